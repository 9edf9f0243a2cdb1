using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using MppDigital.Platform;

namespace MppDigital.Web.SignIn.StepUp;

/// <summary>What was typed into a form that had to wait.</summary>
/// <param name="Path">Of its page.</param>
internal sealed record KeptForm(string Path, Dictionary<string, string[]> Fields)
{
    /// <summary>How the framework tells the forms of one page apart.</summary>
    public const string HandlerField = "_handler";

    /// <summary>The form's name.</summary>
    public string Form => this[HandlerField] ?? "";

    public string? this[string field] => Fields.GetValueOrDefault(field)?[0];

    public IReadOnlyList<string> All(string field) => Fields.GetValueOrDefault(field, []);
}

/// <summary>
/// Keeps a form in the browser that sent it while its person goes through the login: sealed, for this host, this person and this page,
/// given back once. In the browser and not here, so that any node can give it back.
/// </summary>
internal sealed class KeptForms(IDataProtectionProvider protection, IOptions<PlatformOptions> platform)
{
    /// <summary>Browsers and servers take about 16 KB of cookies; no honest form of ours with a step-up comes near.</summary>
    private const int Longest = 8_000;

    /// <summary>As long as the login waits for the person.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(35);

    // A passphrase or a key is typed again: what is sealed in a browser is still stored.
    private static readonly string[] NotKept = ["__RequestVerificationToken", "passphrase", "secret"];

    private readonly ChunkingCookieManager cookies = new();

    private string Name => HostCookie.NameFor(platform.Value, "mpp-form");

    public async Task KeepAsync(HttpContext http, RelyingParty party)
    {
        if (!http.Request.HasFormContentType || Protector(http, party) is not { } protector) return;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var kept = new KeptForm(http.Request.Path, form.Where(f => !NotKept.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value.OfType<string>().ToArray()));
        var text = protector.Protect(JsonSerializer.Serialize(kept), Lifetime);
        if (text.Length <= Longest) cookies.AppendResponseCookie(http, Name, text, Options());
    }

    /// <summary>Null when nothing waits for this person on this page.</summary>
    public KeptForm? Take(HttpContext http, RelyingParty party)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || cookies.GetRequestCookie(http, Name) is not { Length: > 0 } text || Protector(http, party) is not { } protector) return null;
        try
        {
            if (JsonSerializer.Deserialize<KeptForm>(protector.Unprotect(text)) is not { } kept || kept.Path != http.Request.Path) return null;
            cookies.DeleteCookie(http, Name, Options());
            return kept;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector? Protector(HttpContext http, RelyingParty party) =>
        http.User.FindFirst(SignInClaims.Sub)?.Value is { } sub ? protection.CreateProtector("kept-form", party.Origin, sub).ToTimeLimitedDataProtector() : null;

    private CookieOptions Options() => new() { HttpOnly = true, Path = "/", SameSite = SameSiteMode.Lax, Secure = HostCookie.IsHttps(platform.Value), MaxAge = Lifetime, IsEssential = true };
}
