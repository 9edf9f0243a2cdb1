using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;

namespace MppDigital.Login.SignIn;

/// <summary>Slows guessing at one account: after five failures it closes for a minute, then for twice as long each time, at most a quarter of an hour.</summary>
internal sealed class Lockout(IDbContextFactory<LoginDbContext> contexts, TimeProvider clock)
{
    public const int FreeFailures = 5;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public bool IsClosed(Account account) => account.LockoutEnd > clock.GetUtcNow();

    public async Task NoteFailureAsync(Account account, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = db.Accounts.Where(a => a.Id == account.Id);
        // Counted by the database: parallel guesses cannot share one count.
        await own.ExecuteUpdateAsync(s => s.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1), ct);
        var failures = await own.Select(a => a.AccessFailedCount).FirstAsync(ct);
        if (failures < FreeFailures) return;
        var minutes = Math.Min(Math.Pow(2, failures - FreeFailures), Longest.TotalMinutes);
        DateTimeOffset? until = clock.GetUtcNow().AddMinutes(minutes);
        await own.ExecuteUpdateAsync(s => s.SetProperty(a => a.LockoutEnd, until), ct);
    }

    public async Task ForgetFailuresAsync(Account account, CancellationToken ct)
    {
        if (account.AccessFailedCount == 0) return;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Accounts.Where(a => a.Id == account.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null), ct);
    }
}
