using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using MppDigital.Login;
using MppDigital.Login.Clients;
using MppDigital.Login.SignIn;
using MppDigital.Platform;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.SignIn.Pages;

public sealed partial class SignOutPage(
    IUseCase<DescribeSignIn, SignInView> describe,
    IUseCase<SignOut, Done> signOut,
    ClientDirectory clients,
    IOptions<PlatformOptions> platform,
    NavigationManager navigation) : ComponentBase
{
    private readonly string portal = platform.Value.PublicOrigin;

    private SignInView? view;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "client_id")]
    private string? ClientId { get; set; }

    [SupplyParameterFromQuery(Name = "post_logout_redirect_uri")]
    private string? ReturnUri { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? State { get; set; }

    private bool ReturnIsRegistered => clients.Find(ClientId)?.PostLogoutRedirectUris.Contains(ReturnUri) is true;

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        view = (await describe.HandleAsync(new DescribeSignIn(Http, null), Http.RequestAborted)).Value;
        if (ReturnIsRegistered) Http.Features.Set(new FormActionOrigin(new Uri(ReturnUri!).GetLeftPart(UriPartial.Authority)));
    }

    private async Task SubmitAsync()
    {
        await signOut.HandleAsync(new SignOut(Http), Http.RequestAborted);
        navigation.NavigateTo(ReturnIsRegistered
            ? QueryHelpers.AddQueryString(SignInPaths.EndSession, new Dictionary<string, string?> { ["client_id"] = ClientId, ["post_logout_redirect_uri"] = ReturnUri, ["state"] = State })
            : SignInPaths.SignOut);
    }
}
