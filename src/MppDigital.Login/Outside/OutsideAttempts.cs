using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using MppDigital.Login.Accounts;
using MppDigital.Login.Keys;
using MppDigital.Login.SignIn;
using MppDigital.Platform;

namespace MppDigital.Login.Outside;

/// <summary>One sign-in that left for the outside provider.</summary>
/// <param name="RequestHandle">The client's request that waits here; null when the person came by himself.</param>
internal sealed record OutsideAttempt(string State, string Nonce, string Verifier, string? RequestHandle)
{
    public string Challenge => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
}

/// <summary>Keeps what left, for the browser that it left from, and gives it back once on whichever node the answer arrives.</summary>
internal sealed class OutsideAttempts(Confirmations confirmations, IOptions<PlatformOptions> platform)
{
    private bool OverHttps => platform.Value.PublicOrigin.StartsWith("https://", StringComparison.Ordinal);

    public async Task<OutsideAttempt?> BeginAsync(HttpContext http, string? requestHandle, CancellationToken ct)
    {
        var attempt = new OutsideAttempt(Handle.New(), Handle.New(), Handle.New(), requestHandle);
        var kept = await confirmations.BeginAsync(ConfirmationPurpose.Outside, null, attempt, new CodeTargets(null, null), ct);
        if (!kept.Succeeded) return null;
        http.Response.Cookies.Append(NameOf(attempt.State), kept.Value, Options());
        return attempt;
    }

    /// <summary>Null when this browser began none with this state, or it was given back before.</summary>
    public async Task<OutsideAttempt?> TakeAsync(HttpContext http, string? state, CancellationToken ct)
    {
        if (state is not { Length: Handle.Length } || http.Request.Cookies[NameOf(state)] is not { } handle) return null;
        http.Response.Cookies.Delete(NameOf(state), Options());
        var taken = await confirmations.ProveAsync<OutsideAttempt>(handle, ConfirmationPurpose.Outside, null, null, ct);
        return taken.Succeeded && taken.Value.Content.State == state ? taken.Value.Content : null;
    }

    // Two tabs may leave at once, so each has a cookie of its own. Eight letters of a random value name nothing.
    private string NameOf(string state) => $"{(OverHttps ? "__Host-" : "")}mpp-outside-{state[..8]}";

    // Lax and not Strict: the answer comes by a redirect from another site.
    private CookieOptions Options() => new() { HttpOnly = true, Secure = OverHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, MaxAge = Confirmation.CodeLifetime };
}
