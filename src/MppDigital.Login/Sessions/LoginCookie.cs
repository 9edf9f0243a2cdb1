using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using MppDigital.Platform;

namespace MppDigital.Login.Sessions;

/// <summary>The cookie of the login host: a random value that only this host's table knows, so it opens nothing anywhere else.</summary>
public sealed class LoginCookie(IOptions<PlatformOptions> platform)
{
    private bool OverHttps => platform.Value.PublicOrigin.StartsWith("https://", StringComparison.Ordinal);

    public string Name => OverHttps ? "__Host-mpp-login" : "mpp-login";

    public string? Read(HttpRequest request) => request.Cookies[Name];

    public void Write(HttpResponse response, string value) => response.Cookies.Append(Name, value, Options());

    public void Delete(HttpResponse response) => response.Cookies.Delete(Name, Options());

    // Lax and not Strict: a person who comes from a regency by a link or redirect is still signed in.
    private CookieOptions Options() => new() { HttpOnly = true, Secure = OverHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
