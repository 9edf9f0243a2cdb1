using Microsoft.EntityFrameworkCore;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Visits.Places;

/// <summary>Reads how this regency's places are set up: four small tables, for a regency has a handful of places.</summary>
internal sealed class HallPlans(LegalDates dates, FirstHall first)
{
    private const int MostPlaces = 50;
    private const int MostCounters = 500;

    public async Task<IReadOnlyList<PlacePlan>> ReadAsync(RegencyDbContext db, CancellationToken ct)
    {
        var places = await PlacesAsync(db, ct);
        if (places.Count == 0)
        {
            await first.EnsureAsync(db, ct);
            places = await PlacesAsync(db, ct);
        }

        if (places.Count == 0) return [];
        var calendar = await dates.CalendarAsync(db, ct);
        var groups = await db.CounterGroups.AsNoTracking().OrderBy(g => g.Letter).Take(MostCounters).ToListAsync(ct);
        var counters = await db.Counters.AsNoTracking().Where(c => c.Active).GroupBy(c => c.GroupId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var closures = await db.PlaceClosures.AsNoTracking().OrderByDescending(c => c.At).ThenBy(c => c.Id).Take(MostCounters).ToListAsync(ct);
        return [.. places.Select(p => new PlacePlan(
            p, [.. groups.Where(g => g.PlaceId == p.Id).Select(g => new LinePlan(g, counters.GetValueOrDefault(g.Id)))], [.. closures.Where(c => c.PlaceId == p.Id)], calendar))];
    }

    private static Task<List<Place>> PlacesAsync(RegencyDbContext db, CancellationToken ct) =>
        db.Places.AsNoTracking().Where(p => p.Active).OrderBy(p => p.CreatedAt).ThenBy(p => p.Id).Take(MostPlaces).ToListAsync(ct);
}
