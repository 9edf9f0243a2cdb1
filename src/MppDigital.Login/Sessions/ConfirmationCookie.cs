using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using MppDigital.Platform;

namespace MppDigital.Login.Sessions;

/// <summary>Carries what waits for typed codes in this browser; gone when the browser closes.</summary>
public sealed class ConfirmationCookie(IOptions<PlatformOptions> platform)
{
    private bool OverHttps => platform.Value.PublicOrigin.StartsWith("https://", StringComparison.Ordinal);

    private string Name => OverHttps ? "__Host-mpp-confirm" : "mpp-confirm";

    public string? Read(HttpRequest request) => request.Cookies[Name];

    public void Write(HttpResponse response, string value) => response.Cookies.Append(Name, value, Options());

    public void Delete(HttpResponse response) => response.Cookies.Delete(Name, Options());

    // Strict: these pages are reached from our own forms only.
    private CookieOptions Options() => new() { HttpOnly = true, Secure = OverHttps, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
}
