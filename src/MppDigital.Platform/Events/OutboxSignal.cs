using System.Collections.Concurrent;
using System.Threading.Channels;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Platform.Events;

/// <summary>Which regencies have work waiting. A regency stands in the line once, however much it has: that is the fairness.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<RegencyCode> line = Channel.CreateUnbounded<RegencyCode>();
    private readonly ConcurrentDictionary<RegencyCode, byte> waiting = new();

    public void Raise(RegencyCode regency)
    {
        if (waiting.TryAdd(regency, 0)) line.Writer.TryWrite(regency);
    }

    public async IAsyncEnumerable<RegencyCode> ReadAllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var regency in line.Reader.ReadAllAsync(ct))
        {
            // Taken off the list before its work is read: a change made meanwhile puts it back.
            waiting.TryRemove(regency, out _);
            yield return regency;
        }
    }
}
