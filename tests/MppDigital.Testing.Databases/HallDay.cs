using System.Text.Json;
using MppDigital.Platform;
using MppDigital.Regencies.Visits.Queue;

namespace MppDigital.Testing.Databases;

/// <param name="Came">Who came to the hall.</param>
/// <param name="NotThere">Left before they were called.</param>
/// <param name="StillThere">Neither served nor missed when the last one was done: lost by the hall.</param>
/// <param name="OutOfOrder">Calls that passed somebody who was due earlier, other than the priority lane's.</param>
/// <param name="Errors">Minutes between the time that was told with the number and the call.</param>
/// <param name="Waits">Minutes from arrival, or the booked time where that is later, to the call.</param>
public sealed record HallDayReport(int Booked, int StayedAway, int Came, int Served, int NotThere, int StillThere, int NumbersTwice, int OutOfOrder, IReadOnlyList<double> Errors, IReadOnlyList<double> Waits, DateTime LastCall)
{
    public double Within(double minutes) => (double)Errors.Count(e => Math.Abs(e) <= minutes) / Errors.Count;
}

/// <summary>
/// A simulated day of the busiest hall: 1,500 people, 40 counters in eight lines, staff on breaks, 30 % without a booking, 12 % of the booked who stay
/// away. Numbers, moves, order and estimates are the product's; only people, their errands and the clock are invented, all from one seed.
/// </summary>
public static class HallDay
{
    public const int People = 1500;
    public const int Counters = 40;
    public const double WalkIn = 0.30;
    public const double StaysAway = 0.12;
    private const double Leaves = 0.02;
    private const double Priority = 0.08;

    // Shares as MPP Kota Batu reports them (population office 41 %, health 25 %), the rest spread; minutes as the line defines them, and as they really are.
    private static readonly (double Share, int Counters, double Defined, double Real)[] Lines =
        [(0.41, 16, 10, 8.8), (0.25, 10, 10, 8.8), (0.10, 4, 10, 8.4), (0.08, 3, 8, 8.2), (0.06, 2, 8, 7.4), (0.05, 2, 10, 8.8), (0.03, 2, 12, 13), (0.02, 1, 12, 11)];

    // Of the rest of the day beside the peak hour, from 08.00.
    private static readonly double[] OtherHours = [0.19, 0, 0.22, 0.17, 0.13, 0.15, 0.14];
    private const int PeakHour = 1;

    private static readonly DateTime Eight = new(2026, 11, 24, 1, 0, 0, DateTimeKind.Utc);

    public static HallDayReport Run(int seed)
    {
        var random = new Random(seed);
        var lines = Lines.Select((l, i) => new HallDayLine(i, l.Counters, TimeSpan.FromMinutes(l.Defined), l.Real, Eight, random)).ToList();
        var coming = new PriorityQueue<(int Line, Expected? Booking, bool Priority, bool Leaves), DateTime>();
        var hours = Hours();
        var (booked, away) = (0, 0);
        for (var i = 0; i < People; i++)
        {
            var line = Pick(random, Lines.Select(l => l.Share));
            var at = Eight.AddHours(Pick(random, hours) + random.NextDouble());
            var (priority, leaves) = (random.NextDouble() < Priority, random.NextDouble() < Leaves);
            if (random.NextDouble() < WalkIn)
            {
                coming.Enqueue((line, null, priority, leaves), at);
                continue;
            }

            booked++;
            var booking = new Expected(NewId(random), "L", at);
            lines[line].Bookings.Add(booking);
            if (random.NextDouble() < StaysAway) away++;
            // Most come some minutes early, a few too late.
            else coming.Enqueue((line, booking, priority, leaves), Max(Eight, at.AddMinutes((Normal(random) * 7) - 8)));
        }

        // Five seconds a step: finer than anything that is measured.
        for (var now = Eight; now < Eight.AddHours(14) && (coming.Count > 0 || lines.Exists(l => l.Present > 0)); now = now.AddSeconds(5))
        {
            while (coming.TryPeek(out var next, out var at) && at <= now)
            {
                coming.Dequeue();
                lines[next.Line].CheckIn(next.Booking, next.Priority, next.Leaves, now);
            }

            foreach (var line in lines) line.Work(now);
        }

        var all = lines.SelectMany(l => l.Tickets).ToList();
        return new HallDayReport(
            booked, away, all.Count, all.Count(t => t.State == TicketState.Served), all.Count(t => t.State == TicketState.NoShow), lines.Sum(l => l.Present), all.Count - all.Select(t => t.Number).Distinct().Count(), lines.Sum(l => l.OutOfOrder),
            [.. all.Where(t => t.PromisedAt is not null).Select(t => (t.CalledAt!.Value - t.PromisedAt!.Value).TotalMinutes)],
            [.. all.Select(t => (t.CalledAt!.Value - Max(t.ArrivedAt, t.DueAt)).TotalMinutes).Order()], all.Max(t => t.CalledAt!.Value));
    }

    internal static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    internal static Guid NewId(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static double[] Hours()
    {
        using var profile = JsonDocument.Parse(File.ReadAllText(Path.Combine(ProjectFolders.Root(), "tenants-seed", "load-profile.json")));
        var peak = profile.RootElement.GetProperty("model").GetProperty("peak_hour_share").GetDouble();
        return [.. OtherHours.Select((share, hour) => hour == PeakHour ? peak : share * (1 - peak))];
    }

    private static int Pick(Random random, IEnumerable<double> shares)
    {
        var left = random.NextDouble();
        var last = 0;
        foreach (var (share, index) in shares.Select((s, i) => (s, i)))
        {
            last = index;
            if ((left -= share) < 0) return index;
        }

        return last;
    }

    private static DateTime Max(DateTime one, DateTime other) => one > other ? one : other;
}
