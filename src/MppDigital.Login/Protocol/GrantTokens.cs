using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Clients;
using MppDigital.Login.Keys;

namespace MppDigital.Login.Protocol;

/// <summary>Makes tokens for a grant that is still good, and ends one.</summary>
internal sealed class GrantTokens(Tokens tokens, ClientDirectory clients, IDbContextFactory<LoginDbContext> contexts, TimeProvider clock)
{
    public static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(30);

    /// <summary>
    /// The host whose API the token opens (RFC 8707). Any of our hosts may be named, for a token stands for a person and not for its
    /// client, and each host takes only tokens that bear its own origin.
    /// </summary>
    public Checked<string> ResourceFor(Client client, Grant grant, ProtocolParameters form)
    {
        if (form["resource"] is not { } asked) return grant.Resource ?? client.Origin;
        return clients.IsResource(asked) && (grant.Resource is null || grant.Resource == asked)
            ? asked
            : new ProtocolError("invalid_target", "resource was not granted.");
    }

    public async Task<Checked<TokenAnswer>> IssueAsync(Client client, Grant grant, string scope, string resource, string? nonce, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var session = await db.Sessions.AsNoTracking().Include(s => s.Account).FirstOrDefaultAsync(s => s.Id == grant.SessionId && s.EndedAt == null, ct);
        // Read again, for it may have been revoked since the code or token was looked up.
        var revoked = await db.Grants.AnyAsync(g => g.Id == grant.Id && g.RevokedAt != null, ct);
        if (session?.Account is not { } account || revoked) return ProtocolError.InvalidGrant("The session has ended.");

        string? refresh = null;
        if (Scopes.Has(grant.Scope, Scopes.OfflineAccess))
        {
            refresh = Handle.New();
            db.RefreshTokens.Add(RefreshToken.Of(Handle.Hash(refresh), grant.Id, clock.GetUtcNow().UtcDateTime + RefreshLifetime));
            await db.SaveChangesAsync(ct);
        }

        var access = await tokens.AccessAsync(grant, session, account.Sub, scope, resource, ct);
        return new TokenAnswer(access, scope)
        {
            IdToken = Scopes.Has(scope, Scopes.OpenId) ? await tokens.IdAsync(client, session, account.Sub, nonce, access, ct) : null,
            RefreshToken = refresh,
        };
    }

    /// <summary>Neither given back nor left behind by a session that ended.</summary>
    public static IQueryable<Grant> Standing(LoginDbContext db) =>
        db.Grants.Where(g => g.RevokedAt == null && db.Sessions.Any(s => s.Id == g.SessionId && s.EndedAt == null));

    public async Task RevokeAsync(Guid grantId, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Grants.Where(g => g.Id == grantId && g.RevokedAt == null).ExecuteUpdateAsync(s => s.SetProperty(g => g.RevokedAt, now), ct);
    }
}
