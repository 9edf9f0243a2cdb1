using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Performance;

/// <summary>A regency tells the ministry its totals. Repeats and late arrivals change nothing.</summary>
/// <param name="Sequence">Grows with every count of this regency; only a higher one replaces what is held.</param>
/// <param name="AsOf">When the regency counted, UTC.</param>
/// <param name="Late">Files past their limit where silence grants nothing.</param>
/// <param name="OldestDue">The earliest limit at which the law grants something here, UTC; null when nothing runs.</param>
/// <param name="OldestOrder">Since when the oldest product asked of a register is outstanding, UTC; null when none is.</param>
public sealed record PushFigures(RegencyCode Regency, long Sequence, DateTime AsOf, int Applications, int Decided, int Deemed, int Issued, int Undeclared, int Late, DateTime? OldestDue, DateTime? OldestOrder = null)
{
    /// <summary>Questions of filed forms that nobody had to answer.</summary>
    public int NotAsked { get; init; }
}

internal sealed class PushFiguresHandler(IDbContextFactory<NationalDbContext> contexts, IDatabaseEngine engine) : IUseCase<PushFigures, Done>
{
    public async Task<Outcome<Done>> HandleAsync(PushFigures input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await ReplacedAsync(db, input, ct)) return default(Done);
        if (await db.PlatformFigures.AnyAsync(r => r.RegencyCode == input.Regency.Value, ct)) return default(Done);
        if (!await db.Regencies.AnyAsync(r => r.Code == input.Regency.Value, ct)) return Problems.UnknownRegency(input.Regency);
        db.Add(new PlatformFigureRow
        {
            RegencyCode = input.Regency.Value,
            Sequence = input.Sequence,
            AsOf = input.AsOf,
            Applications = input.Applications,
            Decided = input.Decided,
            Deemed = input.Deemed,
            Issued = input.Issued,
            NotAsked = input.NotAsked,
            Undeclared = input.Undeclared,
            Late = input.Late,
            OldestDue = input.OldestDue,
            OldestOrder = input.OldestOrder,
        });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Another push of the same regency was first; the newer of the two stays.
            await ReplacedAsync(db, input, ct);
        }

        return default(Done);
    }

    private static async Task<bool> ReplacedAsync(NationalDbContext db, PushFigures input, CancellationToken ct) =>
        await db.PlatformFigures.Where(r => r.RegencyCode == input.Regency.Value && r.Sequence < input.Sequence).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.Sequence, input.Sequence).SetProperty(r => r.AsOf, input.AsOf).SetProperty(r => r.Applications, input.Applications)
                .SetProperty(r => r.Decided, input.Decided).SetProperty(r => r.Deemed, input.Deemed).SetProperty(r => r.Issued, input.Issued).SetProperty(r => r.NotAsked, input.NotAsked)
                .SetProperty(r => r.Undeclared, input.Undeclared).SetProperty(r => r.Late, input.Late).SetProperty(r => r.OldestDue, input.OldestDue).SetProperty(r => r.OldestOrder, input.OldestOrder),
            ct) > 0;
}
