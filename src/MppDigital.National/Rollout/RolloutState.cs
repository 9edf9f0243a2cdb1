using Microsoft.EntityFrameworkCore;

namespace MppDigital.National.Rollout;

/// <summary>What is known of a regency's hall. Unknown never means that there is none.</summary>
public enum RolloutStage
{
    Unknown,

    /// <summary>Known to run; the day of its inauguration is not.</summary>
    Operating,

    Inaugurated,
}

/// <param name="Since">As published: a day, a month or a year; null when unknown.</param>
internal readonly record struct RolloutState(RolloutStage Stage, string? Since, bool DigitalPilot)
{
    /// <summary>States of all regencies of which something is known, as of a day.</summary>
    public static async Task<IReadOnlyDictionary<string, RolloutState>> ReadAsync(NationalDbContext db, DateOnly asOf, CancellationToken ct)
    {
        var events = await db.StageEvents.AsNoTracking()
            .Where(e => e.On <= asOf && (e.Event == RolloutEvent.Inaugurated || e.Event == RolloutEvent.Operating || e.Event == RolloutEvent.DigitalPilot))
            .OrderBy(e => e.On).ThenBy(e => e.Id).Take(10_000)
            .Select(e => new { e.RegencyCode, e.Event, e.DateText }).ToListAsync(ct);
        return events.GroupBy(e => e.RegencyCode).ToDictionary(g => g.Key, g =>
        {
            // The first of several reports counts; a later list repeats the earlier day.
            var inaugurated = g.FirstOrDefault(e => e.Event == RolloutEvent.Inaugurated);
            var running = inaugurated ?? g.First();
            return new RolloutState(inaugurated is null ? RolloutStage.Operating : RolloutStage.Inaugurated, running.DateText, g.Any(e => e.Event == RolloutEvent.DigitalPilot));
        });
    }
}
