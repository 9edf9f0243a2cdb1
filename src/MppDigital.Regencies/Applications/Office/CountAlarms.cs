using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MppDigital.Connectors.Bsre;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Documents.Signing;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>What somebody has to be told on opening the list: their own files past half of the limit; for a head all past 80 percent, all late, and all that nobody declared complete.</summary>
public sealed record CountAlarms(StaffMember Staff);

/// <param name="Mine">Files in this person's hands of which half the limit or more is used up.</param>
/// <param name="Urgent">Of the whole regency, 80 percent used up; zero for everybody but heads.</param>
/// <param name="Late">Limit passed, and silence grants nothing; zero for everybody but heads.</param>
/// <param name="Undeclared">A working day went by and nobody declared them complete; zero for everybody but heads.</param>
/// <param name="Unmade">Products that a register owes for more than an hour; zero for everybody but heads.</param>
/// <param name="ToSign">Documents that wait for this person's signature.</param>
public sealed record Alarms(int Mine, int Urgent, int Late, int Undeclared, int Unmade, int ToSign);

internal sealed class CountAlarmsHandler(IDbContextFactory<RegencyDbContext> contexts, IOptions<SignatureOptions> signatures, SigningQueue queue, TimeProvider clock) : IUseCase<CountAlarms, Alarms>
{
    public async Task<Outcome<Alarms>> HandleAsync(CountAlarms input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sub = input.Staff.Sub;
        var mine = await db.Applications.CountAsync(a => a.OnDesk && a.WarnedLevel >= DeadlineWarnings.OfficerLevel && (a.ClaimedBy == sub || a.Owners.Any(o => o.Sub == sub)), ct);
        // Asked only where there can be any.
        var unsigned = signatures.Value.ByBsre ? await queue.CountAsync(db, input.Staff, ct) : 0;
        if (!input.Staff.Is(OfficerRole.Head)) return new Alarms(mine, 0, 0, 0, 0, unsigned);
        var now = clock.GetUtcNow().UtcDateTime;
        var tooOld = now.AddHours(-1);
        return new Alarms(
            mine,
            await db.Applications.CountAsync(a => a.OnDesk && a.WarnedLevel == DeadlineWarnings.HeadLevel, ct),
            await Late(db, now).CountAsync(ct),
            await db.Applications.CountAsync(a => a.AlarmedAt != null, ct),
            await db.ProductOrders.CountAsync(o => o.WaitingSince <= tooOld, ct),
            unsigned);
    }

    /// <summary>The queue is in the order of limits, so only what is due is looked at and not every open file.</summary>
    internal static IQueryable<Application> Late(RegencyDbContext db, DateTime now) => db.Applications.Where(a => a.OnDesk && a.QueueAt <= now && !a.GrantedByLaw && a.DueAt != null);
}
