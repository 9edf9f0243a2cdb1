namespace MppDigital.Regencies.Visits.Queue;

/// <param name="Since">When it was opened, or the break began.</param>
/// <param name="Planned">The breaks of today as those who sit there planned them, in their order.</param>
internal sealed record CounterNow(Guid Id, bool OnBreak, DateTime Since, IReadOnlyList<Pause> Planned);

/// <summary>Booked for today and not here yet.</summary>
internal sealed record Expected(Guid Visit, string Service, DateTime StartsAt);

/// <summary>One line of one day as it is now.</summary>
/// <param name="Tickets">All of the day, those that are done too.</param>
/// <param name="Usual">What the line's definition says of a service.</param>
/// <param name="Open">The same instant, or the next at which the hall is open.</param>
internal sealed record LineNow(IReadOnlyList<Ticket> Tickets, Guid Group, IReadOnlyList<CounterNow> Counters, IReadOnlyList<Expected> Bookings, Func<string, TimeSpan> Usual, Func<DateTime, DateTime> Open);

/// <summary>When those who wait in one line will probably be called, from what visits took today, who is at the counters and who has booked.</summary>
internal static class LineForecast
{
    /// <summary>Of ten who booked and have not come yet, so many come: what halls report of people who stay away.</summary>
    private const double BookedComes = 0.88;

    /// <summary>How long a break lasts that nobody planned.</summary>
    private static readonly TimeSpan Break = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(25);

    /// <summary>From the call until somebody sits down.</summary>
    private static readonly TimeSpan Walk = TimeSpan.FromMinutes(1);

    public static IReadOnlyDictionary<Guid, DateTime> Of(LineNow line, DateTime now)
    {
        var times = Measured(line);
        var here = line.Tickets.Where(t => t.State.IsWaiting()).Select(t => new InLine(t.Id, t.Service, t.DueAt, t.ArrivedAt, t.Priority, t.CounterId));
        // Whoever is later than the grace is in nobody's way any more.
        var coming = line.Bookings.Where(b => b.StartsAt > now - QueueOrder.Late).Select(b => new InLine(b.Visit, b.Service, b.StartsAt, b.StartsAt, false, null, BookedComes));
        var order = QueueOrder.Unfold(here.Concat(coming), Desks.RecentLanes(line.Tickets, line.Group));
        var at = line.Tickets.Where(t => t.State.IsAtCounter()).ToDictionary(t => t.CounterId!.Value);
        var free = line.Counters.Select(c => new OpenCounter(c.Id, FreeAt(c, at.GetValueOrDefault(c.Id), times, line.Usual, now), Ahead(c, now))).ToList();
        return WaitEstimate.Of(order, free, (service, counter) => Walk + times.Of(service, counter, line.Usual(service)), line.Open, now);
    }

    private static ServiceTimes Measured(LineNow line)
    {
        var times = new ServiceTimes();
        foreach (var done in line.Tickets.Where(t => t is { State: TicketState.Served, ServedAt: not null, EndedAt: not null, CounterId: not null }))
            times.Add(done.Service, done.CounterId!.Value, done.EndedAt!.Value - done.ServedAt!.Value, line.Usual(done.Service));
        return times;
    }

    private static DateTime FreeAt(CounterNow counter, Ticket? at, ServiceTimes times, Func<string, TimeSpan> usual, DateTime now)
    {
        var free = now;
        if (at is not null)
        {
            var lasts = times.Of(at.Service, counter.Id, usual(at.Service));
            var ends = (at.ServedAt ?? (at.LastCalledAt ?? now) + Walk) + lasts;
            // A visit that is over its time ends soon, but not this instant.
            var soon = now + (lasts * 0.2);
            free = ends > soon ? ends : soon;
        }

        if (!counter.OnBreak) return free;
        var back = counter.Since + (counter.Planned.FirstOrDefault(p => Near(p, counter.Since))?.Lasts ?? Break);
        return back > free ? back : free;
    }

    /// <summary>What was planned and is still to come: whoever came back after a break began has had it, and one that is long over was left out.</summary>
    private static IReadOnlyList<Pause> Ahead(CounterNow counter, DateTime now) =>
        [.. counter.Planned.Where(p => p.From + p.Lasts > now && p.From > counter.Since && !(counter.OnBreak && Near(p, counter.Since)))];

    /// <summary>People go a little earlier or later than they planned.</summary>
    private static bool Near(Pause planned, DateTime began) => (began - planned.From).Duration() < Slack;
}
