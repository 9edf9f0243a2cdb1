using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Figures;

/// <summary>The public figures of this regency, and how long services really took lately.</summary>
public sealed record ReadPerformance;

/// <param name="NotAsked">Questions of filed forms that nobody had to answer, for a register or the vault knew.</param>
public sealed record PerformanceView(int Applications, int Decided, int Deemed, int Issued, int NotAsked, DateTimeOffset AsOf, IReadOnlyList<ServicePace> Services);

/// <param name="Cases">Decided in the last 90 days.</param>
/// <param name="MedianDays">Calendar days from complete to decided, half took no longer.</param>
public sealed record ServicePace(string Service, int Cases, double MedianDays);

internal sealed class ReadPerformanceHandler(IDbContextFactory<RegencyDbContext> contexts, CurrentRegency current, TimeProvider clock) : IUseCase<ReadPerformance, PerformanceView>
{
    private const int MostCases = 2000;

    public async Task<Outcome<PerformanceView>> HandleAsync(ReadPerformance input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now.AddDays(-90);
        var totals = await db.Figures.AsNoTracking().SingleAsync(ct);
        var decided = await db.Applications.AsNoTracking().Where(a => a.DecidedAt >= since && a.CompleteAt != null && a.Status != ApplicationStatus.Withdrawn)
            .OrderByDescending(a => a.DecidedAt).ThenBy(a => a.Number).Take(MostCases).Select(a => new { a.Service, a.CompleteAt, a.DecidedAt }).ToListAsync(ct);
        var paces = decided.GroupBy(a => a.Service).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new ServicePace(g.Key, g.Count(), Math.Round(Median([.. g.Select(a => (a.DecidedAt!.Value - a.CompleteAt!.Value).TotalDays)]), 1))).ToList();
        return new PerformanceView(totals.Applications, totals.Decided, totals.Deemed, totals.Issued, totals.NotAsked, current.Value.At(now), paces);
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values.Length % 2 == 1 ? values[values.Length / 2] : (values[(values.Length / 2) - 1] + values[values.Length / 2]) / 2;
    }
}
