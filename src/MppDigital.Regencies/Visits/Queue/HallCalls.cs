using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>
/// What is called in the halls, for everybody who looks: one channel a place and process, read from the database in the order of its events, however many
/// displays follow it. This process is told at once by whoever changed the line; other processes by the engine's own signal where it has one, and
/// otherwise they look by themselves while somebody follows.
/// </summary>
public sealed partial class HallCalls : IAsyncDisposable
{
    /// <summary>Followers hear at least this often, so that a dead line is noticed at either end.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private const string Signal = "mpp_hall";

    private readonly ConcurrentDictionary<(RegencyCode Regency, Guid Place), HallChannel> channels = new();
    private readonly IRegencyScopes scopes;
    private readonly IDatabaseEngine engine;
    private readonly ILogger<HallCalls> log;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private ITimer? pulse;
    private int looking;
    private Task hearing = Task.CompletedTask;

    public HallCalls(IRegencyScopes scopes, IDatabaseEngine engine, TimeProvider clock, ILogger<HallCalls> log) => (this.scopes, this.engine, this.clock, this.log) = (scopes, engine, clock, log);

    /// <summary>Begins to follow a place. Whoever calls must leave again.</summary>
    /// <param name="asked">Null: the regency's first.</param>
    /// <returns>Null where there is no such place.</returns>
    public async Task<HallChannel?> JoinAsync(RegencyCode regency, Guid? asked, CancellationToken ct)
    {
        if (await PlaceAsync(regency, asked, ct) is not { } place) return null;
        HallChannel channel;
        lock (gate)
        {
            Begin();
            channel = channels.GetOrAdd((regency, place), _ => new HallChannel((after, token) => ReadAsync(regency, place, after, token)));
            channel.Enter();
        }

        if (!channel.IsLoaded) await channel.RefreshAsync(ct);
        return channel;
    }

    /// <summary>Wakes all who follow, so that they see that this process ends.</summary>
    public void RingAll()
    {
        foreach (var channel in channels.Values) channel.Ring();
    }

    /// <summary>The line of a place changed and the change is stored.</summary>
    internal async Task RaiseAsync(RegencyCode regency, Guid place, CancellationToken ct)
    {
        try
        {
            if (channels.TryGetValue((regency, place), out var channel)) await channel.RefreshAsync(CancellationToken.None);
            await engine.TellAsync(Signal, $"{regency.Value}/{place:N}", ct);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The change itself stands; displays find it with their next look.
            SignalFailed(log, e, regency.Value);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (pulse is not null) await pulse.DisposeAsync();
        await hearing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    /// <summary>Nothing runs before the first follower.</summary>
    private void Begin()
    {
        if (pulse is not null || stopping.IsCancellationRequested) return;
        pulse = clock.CreateTimer(_ => _ = LookRoundAsync(), null, engine.LookAgain, engine.LookAgain);
        hearing = HearAsync(stopping.Token);
    }

    private async Task HearAsync(CancellationToken ct)
    {
        await foreach (var told in engine.HearAsync(Signal, ct).WithCancellation(ct).ConfigureAwait(false))
        {
            if (told.Split('/') is not [var code, var id] || !RegencyCode.TryParse(code, out var regency) || !Guid.TryParseExact(id, "N", out var place)) continue;
            if (channels.TryGetValue((regency, place), out var channel)) await RefreshAsync(regency, channel);
        }
    }

    /// <summary>For changes of which no signal came, and so that followers hear something.</summary>
    private async Task LookRoundAsync()
    {
        // One round at a time, and one regency after the other: this is the net below the signals, and never in a hurry.
        if (Interlocked.Exchange(ref looking, 1) == 1) return;
        foreach (var (key, channel) in channels)
        {
            if (Drop(key, channel)) continue;
            await RefreshAsync(key.Regency, channel);
            channel.Pulse(clock.GetUtcNow(), Heartbeat);
        }

        Volatile.Write(ref looking, 0);
    }

    private bool Drop((RegencyCode, Guid) key, HallChannel channel)
    {
        lock (gate) return channel.IsEmpty && channels.TryRemove(KeyValuePair.Create(key, channel));
    }

    private async Task RefreshAsync(RegencyCode regency, HallChannel channel)
    {
        try
        {
            await channel.RefreshAsync(stopping.Token);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            SignalFailed(log, e, regency.Value);
        }
    }

    private async Task<Guid?> PlaceAsync(RegencyCode regency, Guid? asked, CancellationToken ct)
    {
        if (asked is { } known && channels.ContainsKey((regency, known))) return known;
        await using var scope = scopes.For(regency);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync(ct);
        await scope.ServiceProvider.GetRequiredService<FirstHall>().EnsureAsync(db, ct);
        return await db.Places.Where(p => p.Active && (asked == null || p.Id == asked)).OrderBy(p => p.CreatedAt).ThenBy(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);
    }

    private async Task<IReadOnlyList<HallMessage>> ReadAsync(RegencyCode regency, Guid place, long? after, CancellationToken ct)
    {
        await using var scope = scopes.For(regency);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync(ct);
        var events = db.QueueEvents.AsNoTracking().Where(e => e.PlaceId == place);
        var rows = after is { } last
            ? await events.Where(e => e.Sequence > last).OrderBy(e => e.Sequence).Take(HallChannel.Kept).ToListAsync(ct)
            : [.. (await events.OrderByDescending(e => e.Sequence).Take(HallChannel.Kept).ToListAsync(ct)).OrderBy(e => e.Sequence)];
        return [.. rows.Select(HallMessage.Of)];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Displays of {Regency} were not told at once.")]
    private static partial void SignalFailed(ILogger log, Exception exception, string regency);
}
