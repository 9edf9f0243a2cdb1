using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.Citizen;

/// <summary>
/// Values that travel with the browser between two pages, readable by us alone. All regencies share one key ring, so the regency is part of the
/// purpose: what one host sealed no other opens.
/// </summary>
internal sealed class Sealed(IDataProtectionProvider protection, CurrentRegency current, IOptions<PlatformOptions> platform)
{
    public string Seal<T>(string purpose, T value, TimeSpan life) => Protector(purpose).Protect(JsonSerializer.Serialize(value), life);

    /// <returns>Null when it is too old, altered or not ours.</returns>
    public T? Open<T>(string purpose, string? text)
        where T : class
    {
        if (text is not { Length: > 0 and < 100_000 }) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(Protector(purpose).Unprotect(text));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public void Keep<T>(HttpContext http, string name, string path, T value, TimeSpan life) =>
        http.Response.Cookies.Append(NameOf(name), Seal(name, value, life), Options(path, life));

    public T? Find<T>(HttpContext http, string name)
        where T : class => Open<T>(name, http.Request.Cookies[NameOf(name)]);

    public void Drop(HttpContext http, string name, string path) => http.Response.Cookies.Delete(NameOf(name), Options(path, null));

    // A __Host- cookie must be valid for the whole host, and these are for one path: __Secure- is the nearest that browsers enforce.
    private string NameOf(string name) => HostCookie.IsHttps(platform.Value) ? $"__Secure-{name}" : name;

    private CookieOptions Options(string path, TimeSpan? life) =>
        new() { Path = path, MaxAge = life, HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = HostCookie.IsHttps(platform.Value), IsEssential = true };

    private ITimeLimitedDataProtector Protector(string purpose) => protection.CreateProtector("citizen", current.Value.Code.Value, purpose).ToTimeLimitedDataProtector();
}
