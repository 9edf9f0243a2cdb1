using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>When those who wait in one line will probably be called, from what visits took today, who is at the counters and who has booked.</summary>
internal sealed class LineTimes(CurrentRegency current)
{
    /// <summary>Of ten who booked and have not come yet, so many come: what halls report of people who stay away.</summary>
    private const double BookedComes = 0.88;

    /// <summary>Nobody says how long a break lasts; this is the usual one.</summary>
    private static readonly TimeSpan Break = TimeSpan.FromMinutes(30);

    /// <summary>From the call until somebody sits down.</summary>
    private static readonly TimeSpan Walk = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyDictionary<Guid, DateTime>> OfAsync(RegencyDbContext db, Place place, CounterGroup group, DateTime now, CancellationToken ct)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, current.Value.Zone);
        var today = DateOnly.FromDateTime(local);
        var tickets = await db.Tickets.AsNoTracking().Where(t => t.PlaceId == place.Id && t.Day == today && t.GroupId == group.Id).Take(3000).ToListAsync(ct);
        var counters = await db.Counters.AsNoTracking().Where(c => c.GroupId == group.Id && c.Active && c.State != CounterState.Closed).OrderBy(c => c.Id).Take(100).ToListAsync(ct);
        var expected = await db.Visits.AsNoTracking().Where(v => v.GroupId == group.Id && v.Day == today && v.State == VisitState.Booked && v.StartsAt > now - QueueOrder.Late)
            .OrderBy(v => v.StartsAt).Take(500).Select(v => new { v.Id, v.Service, v.StartsAt }).ToListAsync(ct);

        var times = Measured(tickets, group);
        var line = QueueOrder.Unfold(
            tickets.Where(t => t.State.IsWaiting()).Select(t => new InLine(t.Id, t.Service, t.DueAt, t.ArrivedAt, t.Priority, t.CounterId))
                .Concat(expected.Select(v => new InLine(v.Id, v.Service, v.StartsAt, v.StartsAt, false, null, BookedComes))),
            Desks.RecentLanes(tickets, group.Id));
        var free = counters.Select(c => new OpenCounter(c.Id, FreeAt(c, tickets.SingleOrDefault(t => t.CounterId == c.Id && t.State.IsAtCounter()), times, group, now))).ToList();
        var spans = OpeningHours.Read(place.Hours).On(today);
        return WaitEstimate.Of(line, free, (service, counter) => Walk + times.Of(service, counter, Usual(group, service)), at => NextOpen(at, spans, today), now);
    }

    public static ServiceTimes Measured(IEnumerable<Ticket> tickets, CounterGroup group)
    {
        var times = new ServiceTimes();
        foreach (var done in tickets.Where(t => t is { State: TicketState.Served, ServedAt: not null, EndedAt: not null, CounterId: not null }))
            times.Add(done.Service, done.CounterId!.Value, done.EndedAt!.Value - done.ServedAt!.Value, Usual(group, done.Service));
        return times;
    }

    private static TimeSpan Usual(CounterGroup group, string service) => TimeSpan.FromMinutes(group.MinutesOf(service));

    private static DateTime FreeAt(Counter counter, Ticket? at, ServiceTimes times, CounterGroup group, DateTime now)
    {
        var free = now;
        if (at is not null)
        {
            var lasts = times.Of(at.Service, counter.Id, Usual(group, at.Service));
            var began = at.ServedAt ?? (at.LastCalledAt ?? now) + Walk;
            // A visit that is over its time ends soon, but not this instant.
            free = began + lasts > now + (lasts * 0.2) ? began + lasts : now + (lasts * 0.2);
        }

        return counter.State == CounterState.Break && counter.StateSince + Break > free ? counter.StateSince + Break : free;
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
