using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Platform.PersonalData;

namespace MppDigital.Login.SignIn;

/// <summary>Tells the owner of an account what happened elsewhere. A closed account has no address left and is told nothing.</summary>
internal sealed class PersonNotices(IDbContextFactory<LoginDbContext> contexts, AccountNotices notices) : IPersonNotices
{
    public async Task TellAsync(string sub, string notice, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Sub == sub && a.Standing == AccountStanding.Active, ct) is { } account) await notices.SendAsync(account, notice, ct);
    }
}
