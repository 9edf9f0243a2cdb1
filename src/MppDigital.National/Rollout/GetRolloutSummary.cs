using Microsoft.EntityFrameworkCore;
using MppDigital.National.Performance;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Rollout;

/// <summary>How far the country is: announced figures as of a day, and what this platform did.</summary>
/// <param name="AsOf">Null: today in Jakarta.</param>
/// <param name="Base">514 kabupaten and kota, or 509: the 508 autonomous ones and DKI Jakarta as one.</param>
public sealed record GetRolloutSummary(DateOnly? AsOf = null, int Base = RolloutBase.Regencies);

public static class RolloutBase
{
    public const int Regencies = 514;
    public const int Autonomous = 509;
}

public sealed record RolloutSummary
{
    public required DateOnly AsOf { get; init; }

    public required int Base { get; init; }

    /// <summary>Last announced total; null before the first announcement.</summary>
    public required int? Malls { get; init; }

    /// <summary>The day of that announcement.</summary>
    public required DateOnly? AnnouncedOn { get; init; }

    /// <summary>Of <see cref="Base"/>, to 4 decimals.</summary>
    public required decimal? Share { get; init; }

    /// <summary>Last announced number of pilots of MPP Digital.</summary>
    public required int? Digital { get; init; }

    /// <summary>Every unit of the base.</summary>
    public required int Target { get; init; }

    /// <summary>The day for which the target was set.</summary>
    public required DateOnly? TargetBy { get; init; }

    /// <summary>Of the figures shown.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public required PlatformFigures Platform { get; init; }
}

internal sealed class GetRolloutSummaryHandler(IDbContextFactory<NationalDbContext> contexts, TimeProvider clock) : IUseCase<GetRolloutSummary, RolloutSummary>
{
    public async Task<Outcome<RolloutSummary>> HandleAsync(GetRolloutSummary input, CancellationToken ct)
    {
        if (input.Base is not (RolloutBase.Regencies or RolloutBase.Autonomous)) return Problems.UnknownBase;
        var now = clock.GetUtcNow();
        var asOf = input.AsOf ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, IndonesianZones.Jakarta).DateTime);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var milestones = await db.Milestones.AsNoTracking()
            .Where(m => m.Count != null && (m.Kind == MilestoneKind.Planned || ((m.Kind == MilestoneKind.Total || m.Kind == MilestoneKind.DigitalPilots) && m.On <= asOf)))
            .OrderBy(m => m.On).ThenBy(m => m.Count).Take(500)
            .Select(m => new { m.Kind, m.On, m.Count, m.Sources }).ToListAsync(ct);
        var malls = milestones.LastOrDefault(m => m.Kind == MilestoneKind.Total);
        var digital = milestones.LastOrDefault(m => m.Kind == MilestoneKind.DigitalPilots);
        return new RolloutSummary
        {
            AsOf = asOf,
            Base = input.Base,
            Malls = malls?.Count,
            AnnouncedOn = malls?.On,
            Share = malls?.Count is { } count ? Math.Round((decimal)count / input.Base, 4, MidpointRounding.AwayFromZero) : null,
            Digital = digital?.Count,
            Target = input.Base,
            TargetBy = milestones.LastOrDefault(m => m.Kind == MilestoneKind.Planned)?.On,
            Sources = [.. new[] { malls?.Sources, digital?.Sources }.OfType<string>().SelectMany(s => s.Split("; ")).Distinct()],
            Platform = await PlatformFigures.SumAsync(db, now.UtcDateTime, ct),
        };
    }
}
