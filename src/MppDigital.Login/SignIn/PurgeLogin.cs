using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <summary>Removes what can no longer be used: old requests, codes, tokens, sessions, counters and notes of ended sessions.</summary>
public sealed record PurgeLogin;

internal sealed class PurgeLoginHandler(IDbContextFactory<LoginDbContext> contexts, LogoutNotices notices, TimeProvider clock) : IUseCase<PurgeLogin, int>
{
    public async Task<Outcome<int>> HandleAsync(PurgeLogin input, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await notices.SendOpenAsync(ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var gone = await db.AuthorizationRequests.Where(r => r.ExpiresAt < now).ExecuteDeleteAsync(ct);
        var dayAgo = now - EndedSessions.Kept;
        gone += await db.EndedSessions.Where(s => s.EndedAt < dayAgo).ExecuteDeleteAsync(ct);
        gone += await db.AttemptWindows.Where(w => w.StartedAt < dayAgo).ExecuteDeleteAsync(ct);
        // A used code or token must stay recognisable for as long as a thief could show it; the family goes as a whole.
        var monthAgo = now.AddDays(-31);
        gone += await db.Grants.Where(g => g.CreatedAt < monthAgo && !db.RefreshTokens.Any(t => t.GrantId == g.Id && t.UsedAt == null && t.ExpiresAt > now)).ExecuteDeleteAsync(ct);
        gone += await db.Sessions.Where(s => s.ExpiresAt < monthAgo && !db.Grants.Any(g => g.SessionId == s.Id)).ExecuteDeleteAsync(ct);
        gone += await db.Sessions.Where(s => s.IsPending && s.ExpiresAt < now).ExecuteDeleteAsync(ct);
        return gone;
    }
}
