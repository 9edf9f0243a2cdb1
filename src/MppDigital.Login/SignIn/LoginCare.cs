using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Keys;
using MppDigital.Login.Protocol;
using MppDigital.Login.Sessions;
using MppDigital.Platform.Jobs;

namespace MppDigital.Login.SignIn;

/// <summary>Repeats notices that were not heard, asks the civil register about people still to be confirmed, and removes what can no longer be used: requests, codes, tokens, sessions, counters.</summary>
internal sealed class LoginCare(IDbContextFactory<LoginDbContext> contexts, SigningKeys keys, LogoutNotices notices, ConfirmPersons persons, TimeProvider clock) : IJobHandler
{
    public string Kind => LoginServices.CareJob;

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // Reading them makes the successors that are due: the next key is announced in time even where nobody signs in.
        await keys.PublishedAsync(ct);
        await notices.SendOpenAsync(ct);
        await persons.RunAsync(ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.SigningKeys.Where(k => k.RetiresAt < now).ExecuteDeleteAsync(ct);
        await db.UsedAssertions.Where(a => a.ExpiresAt < now).ExecuteDeleteAsync(ct);
        await db.AuthorizationRequests.Where(r => r.ExpiresAt < now).ExecuteDeleteAsync(ct);
        await db.StaffInvitations.Where(i => i.ExpiresAt < now).ExecuteDeleteAsync(ct);
        var dayAgo = now - EndedSessions.Kept;
        await db.EndedSessions.Where(s => s.EndedAt < dayAgo).ExecuteDeleteAsync(ct);
        await db.AttemptWindows.Where(w => w.StartedAt < dayAgo).ExecuteDeleteAsync(ct);
        // Whoever was too slow may still ask for a new code instead of beginning anew.
        var hourAgo = now.AddHours(-1);
        await db.Confirmations.Where(c => c.ExpiresAt < hourAgo).ExecuteDeleteAsync(ct);
        var yearAgo = now - KnownDevices.Kept;
        await db.KnownDevices.Where(d => d.LastUsedAt < yearAgo).ExecuteDeleteAsync(ct);
        await db.RecoveryCodes.Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(ct);
        // A used code or token must stay recognisable for as long as a thief could show it; the family goes as a whole.
        var monthAgo = now.AddDays(-31);
        await db.Grants.Where(g => g.CreatedAt < monthAgo && !db.RefreshTokens.Any(t => t.GrantId == g.Id && t.UsedAt == null && t.ExpiresAt > now)).ExecuteDeleteAsync(ct);
        await db.Sessions.Where(s => s.ExpiresAt < monthAgo && !db.Grants.Any(g => g.SessionId == s.Id)).ExecuteDeleteAsync(ct);
        await db.Sessions.Where(s => s.IsPending && s.ExpiresAt < now).ExecuteDeleteAsync(ct);
    }
}
