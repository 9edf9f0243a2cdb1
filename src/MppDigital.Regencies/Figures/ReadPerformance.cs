using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Figures;

/// <summary>The public figures of this regency, and how long services really took lately.</summary>
public sealed record ReadPerformance;

/// <summary>Totals count from the start; those of the services cover the last <see cref="ReadPerformanceHandler.Days"/> days.</summary>
/// <param name="NotAsked">Questions of filed forms that nobody had to answer, for a register or the vault knew.</param>
/// <param name="Services">Every service offered here, whether or not anybody asked for it.</param>
/// <param name="Since">The first instant of the window of the services.</param>
public sealed record PerformanceView(int Applications, int Decided, int Deemed, int Issued, int NotAsked, DateTimeOffset AsOf, IReadOnlyList<ServicePace> Services, DateTimeOffset Since);

/// <summary>What is null is hidden because it is small, or a small one could be worked out from it; or, for times, not known.</summary>
/// <param name="Received">Filed in the window.</param>
/// <param name="Cases">Decided in the window.</param>
/// <param name="Deemed">Of these, granted because the limit passed.</param>
/// <param name="WaitingDays">Calendar days from filing to complete, half waited no longer.</param>
/// <param name="MedianDays">Calendar days from complete to decided, half took no longer.</param>
/// <param name="P90Days">Nine of ten took no longer.</param>
/// <param name="InTime">Share of the decided that kept the limit, a fraction; null where no legal limit runs.</param>
/// <param name="LimitDays">What is promised here, in working days; null where another system decides.</param>
public sealed record ServicePace(string Service, int? Received, int? Cases, int? Deemed, double? WaitingDays, double? MedianDays, double? P90Days, decimal? InTime, int? LimitDays);

internal sealed class ReadPerformanceHandler(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, CurrentRegency current, TimeProvider clock) : IUseCase<ReadPerformance, PerformanceView>
{
    internal const int Days = 90;

    private const int MostCases = 2000;

    public async Task<Outcome<PerformanceView>> HandleAsync(ReadPerformance input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now.AddDays(-Days);
        var totals = await db.Figures.AsNoTracking().SingleAsync(ct);
        var offers = await db.Offerings.AsNoTracking().OrderBy(o => o.Service).Take(1000).ToDictionaryAsync(o => o.Service, ct);
        var received = await db.Applications.AsNoTracking().Where(a => a.SubmittedAt >= since).GroupBy(a => a.Service).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var ended = db.Applications.AsNoTracking().Where(a => a.DecidedAt >= since && a.Status != ApplicationStatus.Withdrawn);
        var counts = await ended.GroupBy(a => a.Service).Select(g => new { g.Key, Count = g.Count(), Deemed = g.Count(a => a.Deemed) }).ToDictionaryAsync(g => g.Key, g => (g.Count, g.Deemed), ct);
        var decided = await ended.Where(a => a.CompleteAt != null).OrderByDescending(a => a.DecidedAt).ThenBy(a => a.Number).Take(MostCases)
            .Select(a => new Decision(a.Service, a.SubmittedAt, a.CompleteAt!.Value, a.DecidedAt!.Value, a.DueAt)).ToListAsync(ct);

        List<ServiceDefinition> services = [.. catalog.Published.Select(p => p.Definition).Where(d => offers.GetValueOrDefault(d.Code)?.Active != false || received.ContainsKey(d.Code) || counts.ContainsKey(d.Code)).OrderBy(d => d.Code, StringComparer.Ordinal)];
        List<int> ins = services.ConvertAll(s => received.GetValueOrDefault(s.Code)), outs = services.ConvertAll(s => counts.GetValueOrDefault(s.Code).Count), deemed = services.ConvertAll(s => counts.GetValueOrDefault(s.Code).Deemed);
        var (noIns, noOuts, noDeemed) = (SmallNumbers.Hidden(ins), SmallNumbers.Hidden(outs), SmallNumbers.Hidden(deemed));
        var times = decided.ToLookup(d => d.Service);
        var paces = services.Select((s, i) =>
        {
            var limit = s.DecidedHere ? offers.GetValueOrDefault(s.Code)?.WorkingDays ?? s.ProcessingTime.CatalogStandardWorkingDays : (int?)null;
            var pace = new ServicePace(s.Code, noIns.Contains(i) ? null : ins[i], noOuts.Contains(i) ? null : outs[i], noDeemed.Contains(i) ? null : deemed[i], null, null, null, null, limit);
            return pace.Cases is null ? pace : Timed(pace, [.. times[s.Code]]);
        }).ToList();
        return new PerformanceView(totals.Applications, totals.Decided, totals.Deemed, totals.Issued, totals.NotAsked, current.Value.At(now), paces, current.Value.At(since));
    }

    /// <summary>Times, too, are of five at least: of one case the median is that case.</summary>
    private static ServicePace Timed(ServicePace pace, List<Decision> all)
    {
        if (all.Count < SmallNumbers.Least) return pace;
        var limited = all.Where(d => d.DueAt is not null).ToList();
        var processing = Sorted(all, d => d.DecidedAt - d.CompleteAt);
        return pace with
        {
            WaitingDays = Median(Sorted(all, d => d.CompleteAt - d.SubmittedAt)),
            MedianDays = Median(processing),
            P90Days = Rounded(processing[(int)Math.Ceiling(processing.Length * .9) - 1]),
            InTime = limited.Count < SmallNumbers.Least ? null : Math.Round((decimal)limited.Count(d => d.DecidedAt <= d.DueAt) / limited.Count, 4),
        };
    }

    private static double[] Sorted(List<Decision> all, Func<Decision, TimeSpan> time) => [.. all.Select(d => time(d).TotalDays).Order()];

    private static double Median(double[] sorted) => Rounded(sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2);

    private static double Rounded(double days) => Math.Round(days, 1);

    private sealed record Decision(string Service, DateTime SubmittedAt, DateTime CompleteAt, DateTime DecidedAt, DateTime? DueAt);
}
