using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Clients;
using MppDigital.Login.Keys;

namespace MppDigital.Login.Protocol;

/// <summary>A code buys tokens once, for the client, redirect and verifier it was made for, within a minute.</summary>
internal sealed class CodeRedemption(GrantTokens grantTokens, IDbContextFactory<LoginDbContext> contexts, TimeProvider clock)
{
    public async Task<Checked<TokenAnswer>> RedeemAsync(Client client, ProtocolParameters form, CancellationToken ct)
    {
        if (form["code"] is not { } given) return ProtocolError.InvalidRequest("code is missing.");
        if (form["code_verifier"] is not { Length: >= 43 and <= 128 } verifier) return form["code_verifier"] is null ? ProtocolError.InvalidRequest("code_verifier is missing.") : ProtocolError.InvalidGrant("code_verifier does not fit.");

        var hash = Handle.Hash(given);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var code = await db.AuthorizationCodes.AsNoTracking().Include(c => c.Grant).FirstOrDefaultAsync(c => c.CodeHash == hash, ct);
        if (code?.Grant is not { } grant || grant.ClientId != client.Id) return ProtocolError.InvalidGrant("The code is unknown.");
        if (code.RedeemedAt is not null) return await RefuseReplayAsync(grant.Id, ct);
        if (code.ExpiresAt <= now) return ProtocolError.InvalidGrant("The code has expired.");
        if (form["redirect_uri"] != code.RedirectUri) return ProtocolError.InvalidGrant("redirect_uri is another one.");
        if (!Fits(verifier, code.CodeChallenge)) return ProtocolError.InvalidGrant("code_verifier does not fit.");

        var resource = grantTokens.ResourceFor(client, grant, form);
        if (!resource.Succeeded) return resource.Error;
        var redeemed = await db.AuthorizationCodes.Where(c => c.CodeHash == hash && c.RedeemedAt == null).ExecuteUpdateAsync(s => s.SetProperty(c => c.RedeemedAt, now), ct);
        return redeemed == 1 ? await grantTokens.IssueAsync(client, grant, grant.Scope, resource.Value, code.Nonce, ct) : await RefuseReplayAsync(grant.Id, ct);
    }

    /// <summary>RFC 6749, 4.1.2: whoever shows a used code may have stolen it, so what it bought is worth nothing from now on.</summary>
    private async Task<ProtocolError> RefuseReplayAsync(Guid grantId, CancellationToken ct)
    {
        await grantTokens.RevokeAsync(grantId, ct);
        return ProtocolError.InvalidGrant("The code was used before.");
    }

    private static bool Fits(string verifier, string challenge) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes(verifier)))),
            Encoding.ASCII.GetBytes(challenge));
}
