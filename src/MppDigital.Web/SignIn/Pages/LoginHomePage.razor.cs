using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MppDigital.Login.SignIn;
using MppDigital.Platform;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.SignIn.Pages;

public sealed partial class LoginHomePage(IUseCase<DescribeSignIn, SignInView> describe, IOptions<PlatformOptions> platform) : ComponentBase
{
    private readonly string portal = platform.Value.PublicOrigin;

    private string? name;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        name = (await describe.HandleAsync(new DescribeSignIn(Http, null), Http.RequestAborted)).Value?.SignedInName;
    }
}
