using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using MppDigital.Platform;

namespace MppDigital.Web.SignIn;

/// <summary>One sign-in that left this host and has not come back: bound to the browser by a cookie, to the host by its purpose.</summary>
internal sealed record SignInAttempt(string State, string Nonce, string Verifier, string ReturnUrl, StepUpDemand? StepUp = null)
{
    public static SignInAttempt To(string returnUrl) => new(Random(), Random(), Random(), returnUrl);

    public string Challenge => WebEncoders.Base64UrlEncode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(Verifier)));

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}

/// <summary>What a sign-in must prove beyond who the person is: two factors, shown a short while ago, by the person who sits here already.</summary>
/// <param name="MaxAge">In seconds.</param>
internal sealed record StepUpDemand(string Acr, int MaxAge);

internal sealed class SignInState(IDataProtectionProvider protection, IOptions<PlatformOptions> platform)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(35);

    public void Keep(HttpResponse response, RelyingParty party, SignInAttempt attempt) =>
        response.Cookies.Append(NameOf(attempt.State), Protector(party).Protect(JsonSerializer.Serialize(attempt), Lifetime), Options());

    /// <summary>Gives the attempt back once; null when this browser began none with this state at this host.</summary>
    public SignInAttempt? Take(HttpContext http, RelyingParty party, string? state)
    {
        if (state is not { Length: 43 } || http.Request.Cookies[NameOf(state)] is not { } kept) return null;
        http.Response.Cookies.Delete(NameOf(state), Options());
        try
        {
            var attempt = JsonSerializer.Deserialize<SignInAttempt>(Protector(party).Unprotect(kept));
            return attempt?.State == state ? attempt : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // Two tabs may sign in at once, so each attempt has a cookie of its own.
    private string NameOf(string state) => HostCookie.NameFor(platform.Value, $"mpp-signin-{state[..8]}");

    private ITimeLimitedDataProtector Protector(RelyingParty party) => protection.CreateProtector("sign-in", party.Origin).ToTimeLimitedDataProtector();

    private CookieOptions Options() => new() { HttpOnly = true, Path = "/", SameSite = SameSiteMode.Lax, Secure = HostCookie.IsHttps(platform.Value), MaxAge = Lifetime, IsEssential = true };
}
