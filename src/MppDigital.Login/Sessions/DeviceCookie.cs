using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using MppDigital.Platform;

namespace MppDigital.Login.Sessions;

/// <summary>A random value that says "this browser again" and nothing else; it outlives signing out.</summary>
public sealed class DeviceCookie(IOptions<PlatformOptions> platform, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private bool OverHttps => platform.Value.PublicOrigin.StartsWith("https://", StringComparison.Ordinal);

    private string Name => OverHttps ? "__Host-mpp-device" : "mpp-device";

    public string? Read(HttpRequest request) => request.Cookies[Name];

    public void Write(HttpResponse response, string value) =>
        response.Cookies.Append(Name, value, new CookieOptions { HttpOnly = true, Secure = OverHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, Expires = clock.GetUtcNow() + Lifetime });
}
