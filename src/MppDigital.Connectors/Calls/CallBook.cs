using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.Calls;

/// <summary>The calls of each regency to each system, in this process.</summary>
internal sealed class CallBook(IOptionsMonitor<ConnectorOptions> options) : IDisposable
{
    private readonly ConcurrentDictionary<(string Connector, RegencyCode? Regency), RegencyCalls> calls = new();

    public RegencyCalls Of(string connector, RegencyCode? regency) =>
        calls.GetOrAdd((connector, regency), static (key, all) => new RegencyCalls(all.Get(key.Connector).AtOncePerRegency), options);

    public void Dispose()
    {
        foreach (var one in calls.Values) one.Dispose();
    }
}

/// <summary>One regency's calls to one system: so many at once and no more, and how they went.</summary>
internal sealed class RegencyCalls(int atOnce) : IDisposable
{
    private const int Minutes = 60;

    // Long enough for a healthy system to clear a rush, short enough that nobody hangs behind a dead one.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim places = new(atOnce);
    private readonly Lock gate = new();
    private readonly (long Minute, int Calls)[] lastHour = new (long, int)[Minutes];
    private DateTime? answeredAt;
    private (Outage Reason, DateTime At)? failed;

    /// <returns>False where this regency has its share of calls under way: the caller goes on without an answer.</returns>
    public Task<bool> EnterAsync(CancellationToken ct) => places.WaitAsync(LongestWait, ct);

    public void Leave() => places.Release();

    public void Dispose() => places.Dispose();

    /// <param name="outage">Null: it answered.</param>
    public void Note(Outage? outage, DateTime at)
    {
        lock (gate)
        {
            if (outage is { } reason) failed = (reason, at);
            else answeredAt = at;
            var minute = at.Ticks / TimeSpan.TicksPerMinute;
            ref var slot = ref lastHour[minute % Minutes];
            slot = slot.Minute == minute ? (minute, slot.Calls + 1) : (minute, 1);
        }
    }

    public (DateTime? AnsweredAt, Outage? Failure, DateTime? FailedAt, int LastHour) Look(DateTime now)
    {
        lock (gate)
        {
            var oldest = (now.Ticks / TimeSpan.TicksPerMinute) - Minutes + 1;
            return (answeredAt, failed?.Reason, failed?.At, lastHour.Where(s => s.Minute >= oldest).Sum(s => s.Calls));
        }
    }
}
