using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Protocol;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Staff;

/// <summary>
/// Somebody lost a role: every session and every token of theirs ends, at all hosts and on all nodes. What other roles are left they use
/// after signing in anew.
/// </summary>
/// <param name="ActorSub">The admin.</param>
/// <param name="RegencyCode">Four digits of the admin's regency.</param>
public sealed record EndStaffSessions(string Sub, string ActorSub, string RegencyCode);

internal sealed class EndStaffSessionsHandler(IDbContextFactory<LoginDbContext> contexts, SessionEnding ending, AccountNotices notices, TimeProvider clock) : IUseCase<EndStaffSessions, Done>
{
    public async Task<Outcome<Done>> HandleAsync(EndStaffSessions input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Sub == input.Sub, ct) is not { } account) return new Done();
        db.AccountEvents.Add(AccountEvent.ByOfficer(account.Id, AccountEvents.RoleRemoved, input.ActorSub, input.RegencyCode, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        await ending.EndAllAsync(account.Id, except: null, ct);
        await notices.SendAsync(account, "RoleRemoved", ct);
        return new Done();
    }
}
