using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using MppDigital.Platform;

namespace MppDigital.Login.Sessions;

/// <summary>Carries the code of an invitation while its person makes an account and a second factor; gone when the browser closes.</summary>
public sealed class InvitationCookie(IOptions<PlatformOptions> platform)
{
    private bool OverHttps => platform.Value.PublicOrigin.StartsWith("https://", StringComparison.Ordinal);

    private string Name => OverHttps ? "__Host-mpp-invitation" : "mpp-invitation";

    public string? Read(HttpRequest request) => request.Cookies[Name];

    public void Write(HttpResponse response, string value) => response.Cookies.Append(Name, value, Options());

    public void Delete(HttpResponse response) => response.Cookies.Delete(Name, Options());

    private CookieOptions Options() => new() { HttpOnly = true, Secure = OverHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
