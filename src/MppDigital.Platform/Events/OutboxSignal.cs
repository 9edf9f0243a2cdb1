using System.Collections.Concurrent;
using System.Threading.Channels;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Platform.Events;

/// <summary>Which regencies have work waiting. A regency stands in the line once, however much it has: that is the fairness.</summary>
public sealed class OutboxSignal
{
    // While a regency is busy, its rows say the same again and again; those that gather in this time are handled by one turn, with one commit.
    private const int GatherMilliseconds = 250;

    private readonly Channel<(RegencyCode Regency, long DueAt)> line = Channel.CreateUnbounded<(RegencyCode, long)>();
    private readonly ConcurrentDictionary<RegencyCode, byte> waiting = new();

    public void Raise(RegencyCode regency) => Raise(regency, GatherMilliseconds);

    /// <summary>For a backlog, whose rows have gathered already: the regency goes to the end of the line and waits for nothing else.</summary>
    public void RaiseAgain(RegencyCode regency) => Raise(regency, 0);

    public async IAsyncEnumerable<RegencyCode> ReadAllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var (regency, dueAt) in line.Reader.ReadAllAsync(ct))
        {
            // Whoever stands behind is due later, or a backlog, which can spare this moment.
            if (dueAt - Environment.TickCount64 is > 0 and var early) await Task.Delay((int)early, ct);
            // Taken off the list before its work is read: a change made meanwhile puts it back.
            waiting.TryRemove(regency, out _);
            yield return regency;
        }
    }

    private void Raise(RegencyCode regency, int wait)
    {
        if (waiting.TryAdd(regency, 0)) line.Writer.TryWrite((regency, Environment.TickCount64 + wait));
    }
}
