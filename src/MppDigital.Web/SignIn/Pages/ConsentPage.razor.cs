using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using MppDigital.Login;
using MppDigital.Login.Protocol;
using MppDigital.Platform;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.SignIn.Pages;

public sealed partial class ConsentPage(
    IUseCase<DescribeConsent, ConsentView> describe,
    IUseCase<DecideConsent, Done> decide,
    IOptions<PlatformOptions> platform,
    NavigationManager navigation) : ComponentBase
{
    private const string Form = "izin";

    private readonly string portal = platform.Value.PublicOrigin;

    private ConsentView? view;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = SignInPaths.RequestKey)]
    private string? RequestHandle { get; set; }

    [SupplyParameterFromForm(FormName = Form, Name = "allow")]
    private string[]? Allowed { get; set; }

    [SupplyParameterFromForm(FormName = Form, Name = "decision")]
    private string? Decision { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        view = (await describe.HandleAsync(new DescribeConsent(Http, RequestHandle), Http.RequestAborted)).Value;
        if (view?.ReturnOrigin is { } origin) Http.Features.Set(new FormActionOrigin(origin));
    }

    private async Task SubmitAsync()
    {
        // Only the button says yes: a form without it, however it came about, allows nothing.
        await decide.HandleAsync(new DecideConsent(Http, RequestHandle, Allowed ?? [], Decision != "allow"), Http.RequestAborted);
        navigation.NavigateTo(QueryHelpers.AddQueryString(SignInPaths.Resume, SignInPaths.RequestKey, RequestHandle ?? ""));
    }
}
