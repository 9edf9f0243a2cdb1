namespace MppDigital.Regencies.Visits.Queue;

/// <summary>Somebody in the line, or somebody who booked and has not come yet.</summary>
/// <param name="Target">The one counter it waits for; null: any.</param>
/// <param name="Chance">How surely the person comes; 1 for whoever is here.</param>
internal sealed record InLine(Guid Id, string Service, DateTime DueAt, DateTime ArrivedAt, bool Priority, Guid? Target = null, double Chance = 1) : IInLine;

/// <param name="FreeAt">When its present visit should be over; the past for a counter that waits.</param>
internal sealed record OpenCounter(Guid Id, DateTime FreeAt);

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
        var free = new PriorityQueue<Guid, (DateTime, Guid)>();
        var own = new Dictionary<Guid, DateTime>();
        foreach (var counter in counters)
        {
            var at = counter.FreeAt < now ? now : counter.FreeAt;
            free.Enqueue(counter.Id, (at, counter.Id));
            own[counter.Id] = at;
        }

        foreach (var next in line)
        {
            // Sent to one counter that is shut now: whoever opens it, nobody knows when.
            if (next.Target is { } target && !own.ContainsKey(target)) continue;
            var counter = next.Target ?? FirstFree(free, own);
            if (counter is not { } id) return times;
            times[next.Id] = open(own[id]);
            own[id] = times[next.Id] + (lasts(next.Service, id) * next.Chance);
            free.Enqueue(id, (own[id], id));
        }

        return times;
    }

    /// <summary>A counter stands in the heap once for every change; only its last time is true.</summary>
    private static Guid? FirstFree(PriorityQueue<Guid, (DateTime At, Guid Id)> free, Dictionary<Guid, DateTime> own)
    {
        while (free.TryDequeue(out var id, out var key))
        {
            if (own[id] == key.At) return id;
        }

        return null;
    }
}
