namespace MppDigital.Regencies.Visits.Queue;

/// <summary>Somebody in the line, or somebody who booked and has not come yet.</summary>
/// <param name="Target">The one counter it waits for; null: any.</param>
/// <param name="Chance">How surely the person comes; 1 for whoever is here.</param>
internal sealed record InLine(Guid Id, string Service, DateTime DueAt, DateTime ArrivedAt, bool Priority, Guid? Target = null, double Chance = 1) : IInLine;

/// <summary>When those who sit at a counter mean to be away.</summary>
internal sealed record Pause(DateTime From, TimeSpan Lasts);

/// <param name="FreeAt">When its present visit should be over; the past for a counter that waits.</param>
/// <param name="Pauses">Still to come, in their order.</param>
internal sealed record OpenCounter(Guid Id, DateTime FreeAt, IReadOnlyList<Pause> Pauses);

/// <summary>When each of a line will probably be called: the calls to come are played through, each to the counter that is free first.</summary>
internal static class WaitEstimate
{
    /// <param name="line">In the order of <see cref="QueueOrder.Unfold"/>.</param>
    /// <param name="lasts">How long the service takes at the counter.</param>
    /// <param name="open">The same instant, or the next at which the hall is open.</param>
    /// <returns>Nothing at all while no counter is open: a time would be a guess.</returns>
    public static IReadOnlyDictionary<Guid, DateTime> Of(IReadOnlyList<InLine> line, IReadOnlyList<OpenCounter> counters, Func<string, Guid, TimeSpan> lasts, Func<DateTime, DateTime> open, DateTime now)
    {
        var times = new Dictionary<Guid, DateTime>();
        var seats = counters.Select(c => new Seat(c, now)).ToList();
        foreach (var next in line)
        {
            // Sent to one counter that is shut now: whoever opens it, nobody knows when.
            if (seats.Where(s => next.Target is null || s.Id == next.Target).MinBy(s => (s.FreeAt, s.Id)) is not { } seat)
            {
                if (next.Target is null) return times;
                continue;
            }

            times[next.Id] = open(seat.FreeAt);
            seat.Serve(times[next.Id], lasts(next.Service, seat.Id) * next.Chance);
        }

        return times;
    }

    private sealed class Seat
    {
        private readonly IReadOnlyList<Pause> pauses;
        private int past;

        public Seat(OpenCounter counter, DateTime now)
        {
            (Id, pauses) = (counter.Id, counter.Pauses);
            Free(counter.FreeAt < now ? now : counter.FreeAt);
        }

        public Guid Id { get; }

        public DateTime FreeAt { get; private set; }

        public void Serve(DateTime from, TimeSpan lasts) => Free(from + lasts);

        /// <summary>A break begins between two visits and lasts as long as it was meant to.</summary>
        private void Free(DateTime at)
        {
            for (; past < pauses.Count && pauses[past].From <= at; past++) at += pauses[past].Lasts;
            FreeAt = at;
        }
    }
}
