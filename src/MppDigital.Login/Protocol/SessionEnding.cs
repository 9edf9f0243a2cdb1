using Microsoft.EntityFrameworkCore;

namespace MppDigital.Login.Protocol;

/// <summary>Ends a session everywhere: its grants are revoked and every client it touched is told.</summary>
internal sealed class SessionEnding(LogoutNotices notices, IDbContextFactory<LoginDbContext> contexts, TimeProvider clock)
{
    public async Task EndAsync(Guid sessionId, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Sessions.Where(s => s.Id == sessionId && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), ct);
        await db.Grants.Where(g => g.SessionId == sessionId && g.RevokedAt == null).ExecuteUpdateAsync(s => s.SetProperty(g => g.RevokedAt, now), ct);
        await notices.SendAsync(sessionId, ct);
    }
}
