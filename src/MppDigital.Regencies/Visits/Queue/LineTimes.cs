using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>One line of today, and when those who wait in it will probably be called.</summary>
/// <param name="Tickets">All of the day.</param>
/// <param name="About">Without those of whom nobody knows.</param>
internal sealed record LineToday(IReadOnlyList<Ticket> Tickets, IReadOnlyDictionary<Guid, DateTime> About);

/// <summary>Reads one line of today for <see cref="LineForecast"/>.</summary>
internal sealed class LineTimes(CurrentRegency current)
{
    public async Task<LineToday> OfAsync(RegencyDbContext db, Place place, CounterGroup group, DateTime now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, current.Value.Zone));
        var tickets = await db.Tickets.AsNoTracking().Where(t => t.PlaceId == place.Id && t.Day == today && t.GroupId == group.Id).Take(3000).ToListAsync(ct);
        var counters = await db.Counters.AsNoTracking().Where(c => c.GroupId == group.Id && c.Active && c.State != CounterState.Closed).OrderBy(c => c.Id).Take(100).ToListAsync(ct);
        var expected = await db.Visits.AsNoTracking().Where(v => v.GroupId == group.Id && v.Day == today && v.State == VisitState.Booked && v.StartsAt > now - QueueOrder.Late)
            .OrderBy(v => v.StartsAt).Take(500).Select(v => new Expected(v.Id, v.Service, v.StartsAt)).ToListAsync(ct);
        var spans = OpeningHours.Read(place.Hours).On(today);
        var line = new LineNow(
            tickets, group.Id, [.. counters.Select(c => new CounterNow(c.Id, c.State == CounterState.Break, c.StateSince, Planned(c, today)))], expected,
            service => TimeSpan.FromMinutes(group.MinutesOf(service)), at => NextOpen(at, spans, today));
        return new LineToday(tickets, LineForecast.Of(line, now));
    }

    private List<Pause> Planned(Counter counter, DateOnly today) =>
        DayHours.TryRead(counter.Breaks, out var spans) ? [.. spans.Select(s => new Pause(TimeZoneInfo.ConvertTimeToUtc(today.ToDateTime(s.From), current.Value.Zone), s.Until - s.From))] : [];

    /// <summary>While the hall is shut, at noon for example, nobody is called.</summary>
    private DateTime NextOpen(DateTime at, IReadOnlyList<OpenSpan> spans, DateOnly today)
    {
        var time = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, current.Value.Zone));
        // After the last span people who hold a number are still served.
        var next = spans.FirstOrDefault(s => time < s.Until);
        return next == default || time >= next.From ? at : TimeZoneInfo.ConvertTimeToUtc(today.ToDateTime(next.From), current.Value.Zone);
    }
}
