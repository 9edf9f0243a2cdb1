using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Clients;
using MppDigital.Login.Keys;

namespace MppDigital.Login.Protocol;

/// <summary>Each refresh token works once and is replaced by the next of its family; a second use ends the family, except that our own hosts may meet themselves.</summary>
internal sealed class RefreshRotation(GrantTokens grantTokens, IDbContextFactory<LoginDbContext> contexts, TimeProvider clock)
{
    /// <summary>
    /// Two nodes of one host may renew the same person at the same instant, each with the token in that person's cookie. Our hosts keep it sealed and prove
    /// themselves by secret, so for them a second use this soon is that and no thief; for every other client it ends the family at once (RFC 9700, 4.14.2).
    /// </summary>
    private static readonly TimeSpan OwnHostsGrace = TimeSpan.FromSeconds(30);

    public async Task<Checked<TokenAnswer>> RotateAsync(Client client, ProtocolParameters form, CancellationToken ct)
    {
        if (form["refresh_token"] is not { } given) return ProtocolError.InvalidRequest("refresh_token is missing.");

        var hash = Handle.Hash(given);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var token = await db.RefreshTokens.AsNoTracking().Include(t => t.Grant).FirstOrDefaultAsync(t => t.TokenHash == hash, ct);
        if (token?.Grant is not { } grant || grant.ClientId != client.Id) return ProtocolError.InvalidGrant("The refresh token is unknown.");
        if (token.UsedAt is { } usedAt && !(client.IsHost && now - usedAt <= OwnHostsGrace)) return await RefuseReuseAsync(grant.Id, ct);
        if (token.ExpiresAt <= now) return ProtocolError.InvalidGrant("The refresh token has expired.");

        var scope = form["scope"] ?? grant.Scope;
        if (!scope.Split(' ').All(s => Scopes.Has(grant.Scope, s))) return new ProtocolError("invalid_scope", "More than was granted.");
        var resource = grantTokens.ResourceFor(client, grant, form);
        if (!resource.Succeeded) return resource.Error;

        var used = await db.RefreshTokens.Where(t => t.TokenHash == hash && t.UsedAt == null).ExecuteUpdateAsync(s => s.SetProperty(t => t.UsedAt, now), ct);
        return used == 1 || client.IsHost ? await grantTokens.IssueAsync(client, grant, scope, resource.Value, nonce: null, ct) : await RefuseReuseAsync(grant.Id, ct);
    }

    private async Task<ProtocolError> RefuseReuseAsync(Guid grantId, CancellationToken ct)
    {
        await grantTokens.RevokeAsync(grantId, ct);
        return ProtocolError.InvalidGrant("The refresh token was used before.");
    }
}
