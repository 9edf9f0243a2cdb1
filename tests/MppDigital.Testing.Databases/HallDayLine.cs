using MppDigital.Regencies.Visits.Queue;

namespace MppDigital.Testing.Databases;

/// <summary>One line of the simulated day with its counters, worked by people of different speed who take breaks.</summary>
internal sealed class HallDayLine
{
    private static readonly DateOnly Day = new(2026, 11, 24);
    private static readonly TimeSpan Walk = TimeSpan.FromMinutes(1);

    private readonly Random random;
    private readonly double real;
    private readonly TimeSpan defined;
    private readonly Guid group;
    private readonly List<Seat> seats;
    private readonly List<Ticket> waiting = [];
    private readonly HashSet<Guid> gone = [];
    private readonly string letter;

    public HallDayLine(int index, int counters, TimeSpan defined, double real, DateTime opens, Random random)
    {
        (this.random, this.real, this.defined, letter, group) = (random, real, defined, ((char)('A' + index)).ToString(), HallDay.NewId(random));
        seats = [.. Enumerable.Range(0, counters).Select(i => new Seat(HallDay.NewId(random), 0.85 + (random.NextDouble() * 0.35), opens, Planned(opens, i), random))];
    }

    public List<Expected> Bookings { get; } = [];

    public List<Ticket> Tickets { get; } = [];

    public int OutOfOrder { get; private set; }

    public int Present => waiting.Count + seats.Count(s => s.At is not null);

    public void CheckIn(Expected? booking, bool priority, bool leaves, DateTime now)
    {
        if (booking is not null) Bookings.Remove(booking);
        var ticket = Ticket.Issue(new TicketTerms(Guid.Empty, group, Day, letter, Tickets.Count + 1, "L", booking?.Visit, priority, now), QueueOrder.DueAt(booking?.StartsAt, now));
        Tickets.Add(ticket);
        waiting.Add(ticket);
        if (leaves) gone.Add(ticket.Id);
        if (Forecast(now).TryGetValue(ticket.Id, out var about)) ticket.Promise(about);
    }

    public void Work(DateTime now)
    {
        foreach (var seat in seats)
        {
            if (seat.At is { } at && seat.NextAt <= now) Finish(seat, at, now);
            if (seat.At is null) Call(seat, now);
        }
    }

    private void Finish(Seat seat, Ticket at, DateTime now)
    {
        if (at.State == TicketState.Called && gone.Contains(at.Id)) at.MissCall(now);
        else if (at.State == TicketState.Called)
        {
            at.Serve(now);
            // Log-normal around the line's mean: most are short, a few take three times as long.
            seat.NextAt = now.AddMinutes(Math.Max(1, real * seat.Pace * Math.Exp((HallDay.Normal(random) * 0.5) - 0.125)));
            return;
        }
        else at.End(now);

        seat.At = null;
    }

    private void Call(Seat seat, DateTime now)
    {
        // A break begins between two visits and lasts as long as it was meant to.
        if (seat.BreakSince is null && seat.Breaks.TryPeek(out var pause) && pause.From <= now) seat.BreakSince = now;
        if (seat.BreakSince is { } since && now < since + seat.Breaks.Peek().Lasts) return;
        if (seat.BreakSince is not null) (seat.BreakSince, seat.Since, _) = (null, now, seat.Breaks.Dequeue());

        if (waiting.Count == 0) return;
        var recent = Desks.RecentLanes(Tickets, group).ToList();
        if (QueueOrder.Next(waiting, recent) is not { } next) return;
        var passed = waiting.Exists(w => w.DueAt < next.DueAt);
        if (passed && !(next.Priority && recent.TrueForAll(priority => !priority))) OutOfOrder++;
        waiting.Remove(next);
        next.Call(seat.Id, now);
        // Whoever is gone is waited for twice as long, with a second call, before the counter goes on.
        (seat.At, seat.NextAt) = (next, now + (gone.Contains(next.Id) ? Walk * 3 : Walk));
    }

    private IReadOnlyDictionary<Guid, DateTime> Forecast(DateTime now) =>
        LineForecast.Of(new LineNow(Tickets, group, [.. seats.Select(s => new CounterNow(s.Id, s.BreakSince is not null, s.BreakSince ?? s.Since, s.Planned))], Bookings, _ => defined, at => at), now);

    // A quarter of an hour in the morning and three quarters at noon, one colleague after the other, as the desk's plan says.
    private static Pause[] Planned(DateTime opens, int place) =>
        [new(opens.AddMinutes(120 + (place % 4 * 15)), TimeSpan.FromMinutes(15)), new(opens.AddMinutes(225 + (place % 3 * 45)), TimeSpan.FromMinutes(45))];

    private sealed class Seat(Guid id, double pace, DateTime opens, Pause[] planned, Random random)
    {
        public IReadOnlyList<Pause> Planned => planned;

        // Nobody goes to the minute.
        public Queue<Pause> Breaks { get; } = new([planned[0] with { From = planned[0].From.AddMinutes(random.Next(5)) }, planned[1] with { From = planned[1].From.AddMinutes(random.Next(10)) }]);

        /// <summary>At work since then.</summary>
        public DateTime Since { get; set; } = opens;

        public Guid Id => id;

        public double Pace => pace;

        public Ticket? At { get; set; }

        public DateTime NextAt { get; set; }

        public DateTime? BreakSince { get; set; }
    }
}
