using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Rollout;

/// <summary>Announced totals and the plan, as points in time. It ends with the last announcement; nothing is drawn beyond facts.</summary>
public sealed record GetRolloutCurve;

/// <param name="Forecast">Null while there are fewer than three yearly steps to learn from.</param>
public sealed record RolloutCurve(IReadOnlyList<CurvePoint> Announced, IReadOnlyList<CurvePoint> Planned, IReadOnlyList<YearlyStep> Yearly, RolloutForecast? Forecast);

public readonly record struct CurvePoint(DateOnly On, int Count);

/// <summary>Difference of the last announced totals of two years.</summary>
public readonly record struct YearlyStep(int Year, int Added);

/// <summary>Two named speeds, halls per year: the last year's and the mean of the last three.</summary>
public sealed record RolloutForecast(decimal Slow, decimal Fast);

internal sealed class GetRolloutCurveHandler(IDbContextFactory<NationalDbContext> contexts) : IUseCase<GetRolloutCurve, RolloutCurve>
{
    public async Task<Outcome<RolloutCurve>> HandleAsync(GetRolloutCurve input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Milestones.AsNoTracking().Where(m => m.Count != null && (m.Kind == MilestoneKind.Total || m.Kind == MilestoneKind.Planned))
            .OrderBy(m => m.On).ThenBy(m => m.Count).Take(500).Select(m => new { m.Kind, m.On, m.Count }).ToListAsync(ct);
        var announced = rows.Where(m => m.Kind == MilestoneKind.Total).Select(m => new CurvePoint(m.On, m.Count ?? 0)).ToList();
        var yearEnds = announced.GroupBy(p => p.On.Year).Select(y => (Year: y.Key, y.Last().Count)).ToList();
        var yearly = yearEnds.Zip(yearEnds.Skip(1)).Where(p => p.Second.Year == p.First.Year + 1).Select(p => new YearlyStep(p.Second.Year, p.Second.Count - p.First.Count)).ToList();
        return new RolloutCurve(announced, Plan(announced, rows.Where(m => m.Kind == MilestoneKind.Planned).Select(m => new CurvePoint(m.On, m.Count ?? 0))), yearly, Forecast(yearly));
    }

    /// <summary>The plan starts at the last total known before its first goal was a year away.</summary>
    private static List<CurvePoint> Plan(List<CurvePoint> announced, IEnumerable<CurvePoint> goals)
    {
        var planned = goals.ToList();
        if (planned.Count == 0) return planned;
        var start = announced.LastOrDefault(p => p.On.Year < planned[0].On.Year);
        return start == default ? planned : [start, .. planned];
    }

    private static RolloutForecast? Forecast(List<YearlyStep> yearly)
    {
        if (yearly.Count < 3) return null;
        var last = (decimal)yearly[^1].Added;
        var mean = Math.Round((decimal)yearly.TakeLast(3).Average(y => y.Added), 1);
        return new RolloutForecast(Math.Min(last, mean), Math.Max(last, mean));
    }
}
