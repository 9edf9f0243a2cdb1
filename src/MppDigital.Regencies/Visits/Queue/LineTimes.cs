using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>Reads one line of today for <see cref="LineForecast"/>.</summary>
internal sealed class LineTimes(CurrentRegency current)
{
    public async Task<IReadOnlyDictionary<Guid, DateTime>> OfAsync(RegencyDbContext db, Place place, CounterGroup group, DateTime now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, current.Value.Zone));
        var tickets = await db.Tickets.AsNoTracking().Where(t => t.PlaceId == place.Id && t.Day == today && t.GroupId == group.Id).Take(3000).ToListAsync(ct);
        var counters = await db.Counters.AsNoTracking().Where(c => c.GroupId == group.Id && c.Active && c.State != CounterState.Closed).OrderBy(c => c.Id).Take(100).ToListAsync(ct);
        var expected = await db.Visits.AsNoTracking().Where(v => v.GroupId == group.Id && v.Day == today && v.State == VisitState.Booked && v.StartsAt > now - QueueOrder.Late)
            .OrderBy(v => v.StartsAt).Take(500).Select(v => new Expected(v.Id, v.Service, v.StartsAt)).ToListAsync(ct);
        var spans = OpeningHours.Read(place.Hours).On(today);
        var line = new LineNow(
            tickets, group.Id, [.. counters.Select(c => new CounterNow(c.Id, c.State == CounterState.Break ? c.StateSince : null))], expected,
            service => TimeSpan.FromMinutes(group.MinutesOf(service)), at => NextOpen(at, spans, today));
        return LineForecast.Of(line, now);
    }

    /// <summary>While the hall is shut, at noon for example, nobody is called.</summary>
    private DateTime NextOpen(DateTime at, IReadOnlyList<OpenSpan> spans, DateOnly today)
    {
        var time = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, current.Value.Zone));
        // After the last span people who hold a number are still served.
        var next = spans.FirstOrDefault(s => time < s.Until);
        return next == default || time >= next.From ? at : TimeZoneInfo.ConvertTimeToUtc(today.ToDateTime(next.From), current.Value.Zone);
    }
}
