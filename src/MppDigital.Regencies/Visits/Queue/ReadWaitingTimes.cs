using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>How long people really waited in the halls lately, by the part of the day in which they came.</summary>
public sealed record ReadWaitingTimes;

public sealed record WaitingTimes(IReadOnlyList<WaitingPart> Parts, DateOnly Since, DateTimeOffset AsOf);

/// <summary>What is null is withheld because it is small, or a small one could be worked out from it.</summary>
/// <param name="Part"><c>before-10</c>, <c>10-12</c>, <c>12-14</c> or <c>after-14</c>, by the regency's clock.</param>
/// <param name="Served">Numbers that were called and served.</param>
/// <param name="MedianMinutes">From the number to the first call: half waited no longer.</param>
/// <param name="P90Minutes">Nine of ten waited no longer.</param>
public sealed record WaitingPart(string Part, int? Served, double? MedianMinutes, double? P90Minutes);

internal sealed class ReadWaitingTimesHandler(IDbContextFactory<RegencyDbContext> contexts, IMemoryCache cache, CurrentRegency current, TimeProvider clock) : IUseCase<ReadWaitingTimes, WaitingTimes>
{
    internal const int Days = 28;

    private const int Most = 20_000;
    private const int MostPlaces = 50;

    // Strangers read it: the rows are walked once in this time, however many come.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    private static readonly string[] Parts = ["before-10", "10-12", "12-14", "after-14"];

    public async Task<Outcome<WaitingTimes>> HandleAsync(ReadWaitingTimes input, CancellationToken ct)
    {
        var key = ("waiting-times", current.Value.Code);
        var now = clock.GetUtcNow().UtcDateTime;
        if (cache.TryGetValue(key, out WaitingTimes? known) && known is not null && now - known.AsOf.UtcDateTime < Kept) return known;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var since = DateOnly.FromDateTime(current.Value.At(now).Date).AddDays(-Days);
        var places = await db.Places.AsNoTracking().OrderBy(p => p.Id).Select(p => p.Id).Take(MostPlaces).ToListAsync(ct);
        var served = places.Count == 0 ? [] : await db.Tickets.AsNoTracking().Where(t => places.Contains(t.PlaceId) && t.Day >= since && t.State == TicketState.Served && t.CalledAt != null)
            .OrderByDescending(t => t.Day).ThenBy(t => t.Id).Select(t => new { t.ArrivedAt, CalledAt = t.CalledAt!.Value }).Take(Most).ToListAsync(ct);
        var waits = served.ToLookup(t => PartOf(current.Value.At(t.ArrivedAt)), t => Math.Max(0, (t.CalledAt - t.ArrivedAt).TotalMinutes));
        List<int> counts = [.. Parts.Select(p => waits[p].Count())];
        var hidden = SmallNumbers.Hidden(counts);
        var times = new WaitingTimes([.. Parts.Select((part, i) => hidden.Contains(i) ? new WaitingPart(part, null, null, null) : Of(part, [.. waits[part].Order()]))], since, current.Value.At(now));
        cache.Set(key, times, Kept);
        return times;
    }

    private static string PartOf(DateTimeOffset arrived) => Parts[arrived.Hour switch { < 10 => 0, < 12 => 1, < 14 => 2, _ => 3 }];

    private static WaitingPart Of(string part, double[] sorted) => new(
        part, sorted.Length, Math.Round(sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2, 1),
        Math.Round(sorted[(int)Math.Ceiling(sorted.Length * .9) - 1], 1));
}
