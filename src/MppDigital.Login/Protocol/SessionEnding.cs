using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Sessions;

namespace MppDigital.Login.Protocol;

/// <summary>Ends a session everywhere: its grants are revoked and every client it touched is told.</summary>
internal sealed class SessionEnding(LogoutNotices notices, EndedSessions ended, IDbContextFactory<LoginDbContext> contexts, TimeProvider clock)
{
    public async Task EndAsync(Guid sessionId, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Sessions.Where(s => s.Id == sessionId && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), ct);
        await db.Grants.Where(g => g.SessionId == sessionId && g.RevokedAt == null).ExecuteUpdateAsync(s => s.SetProperty(g => g.RevokedAt, now), ct);
        // Our own hosts do not wait for a notice, which comes only to those whom the session touched: a token may open others.
        await ended.AddAsync(sessionId.ToString("N"), ct);
        await notices.SendAsync(sessionId, ct);
    }

    /// <summary>Ends every session of an account.</summary>
    /// <param name="except">The browser in which the person sits, where it is to stay signed in.</param>
    public async Task<int> EndAllAsync(Guid accountId, Guid? except, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = await db.Sessions.Where(s => s.AccountId == accountId && s.Id != except && s.EndedAt == null && s.ExpiresAt > now).OrderBy(s => s.Id).Select(s => s.Id).Take(1000).ToListAsync(ct);
        foreach (var session in open) await EndAsync(session, ct);
        // Refresh tokens outlive the session that they came from.
        await db.Grants.Where(g => g.AccountId == accountId && g.SessionId != except && g.RevokedAt == null).ExecuteUpdateAsync(s => s.SetProperty(g => g.RevokedAt, now), ct);
        return open.Count;
    }
}
