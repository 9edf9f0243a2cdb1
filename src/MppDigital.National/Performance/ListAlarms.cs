using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Performance;

/// <summary>The regencies about whose files the ministry has to know, the longest lists first.</summary>
public sealed record ListAlarms;

/// <param name="Undeclared">Files waiting for a declaration of completeness longer than the working day an office has.</param>
/// <param name="Late">Files past their limit where silence grants nothing.</param>
/// <param name="Unwritten">The law has granted something that nobody wrote down for more than an hour: the regency's nightly walk does not run.</param>
/// <param name="Unmade">A register owes a product for more than an hour: it is away, or the regency's worker is.</param>
/// <param name="AsOf">When the regency counted, UTC.</param>
public sealed record AlarmedRegency(string Code, string Name, int Undeclared, int Late, bool Unwritten, bool Unmade, DateTime AsOf);

internal sealed class ListAlarmsHandler(IDbContextFactory<NationalDbContext> contexts, TimeProvider clock) : IUseCase<ListAlarms, IReadOnlyList<AlarmedRegency>>
{
    private const int Most = 20;

    public async Task<Outcome<IReadOnlyList<AlarmedRegency>>> HandleAsync(ListAlarms input, CancellationToken ct)
    {
        // The age grows by itself: a walk that stopped cannot hide by pushing nothing.
        var tooOld = clock.GetUtcNow().UtcDateTime.AddHours(-1);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.PlatformFigures.AsNoTracking().Where(f => f.Undeclared > 0 || f.Late > 0 || f.OldestDue < tooOld || f.OldestOrder < tooOld)
            .Join(db.Regencies.AsNoTracking(), f => f.RegencyCode, r => r.Code, (f, r) => new { r.Code, r.Name, f.Undeclared, f.Late, f.OldestDue, f.OldestOrder, f.AsOf })
            .OrderByDescending(f => f.Undeclared + f.Late).ThenBy(f => f.Code).Take(Most)
            .Select(f => new AlarmedRegency(f.Code, f.Name, f.Undeclared, f.Late, f.OldestDue < tooOld, f.OldestOrder < tooOld, f.AsOf)).ToListAsync(ct);
    }
}
