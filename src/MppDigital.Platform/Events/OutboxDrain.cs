using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Platform.Events;

/// <summary>Empties the outboxes: round-robin over regencies, a few rows at a turn, so that one with a backlog never delays the rest.</summary>
public sealed class OutboxDrain<TContext>(OutboxSignal signal, ITenantDirectory directory, IRegencyScopes regencies, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<OutboxDrain<TContext>> log)
    : BackgroundService
    where TContext : DbContext
{
    private const int RowsAtATurn = 20;
    private const int AtOnce = 2;
    private const int MaxAttempts = 12;

    // Rows whose retry has come due raise no signal; this finds them.
    private static readonly TimeSpan Rescan = TimeSpan.FromMinutes(1);

    // Rows that another process left behind when it died.
    private const int ScansUntilAll = 15;

    private readonly ConcurrentDictionary<RegencyCode, byte> leftWaiting = new();
    private readonly ConcurrentDictionary<RegencyCode, byte> busy = new();
    private string[]? asking;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var scan = ScanAsync(stoppingToken);
        await Parallel.ForEachAsync(signal.ReadAllAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken }, async (regency, ct) =>
        {
            // A handler that queues more raises the signal while its own turn goes on: a second turn would take the same rows in hand.
            if (!busy.TryAdd(regency, 0))
            {
                signal.Raise(regency);
                return;
            }

            var more = false;
            try
            {
                more = await TurnAsync(regency, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                leftWaiting[regency] = 0;
                log.LogError(e, "The outbox of {Regency} could not be read", regency);
            }
            finally
            {
                busy.TryRemove(regency, out _);
            }

            if (more) signal.RaiseAgain(regency);
        });
        await scan;
    }

    private async Task ScanAsync(CancellationToken ct)
    {
        // Looking through all databases would only make the start longer.
        if (!await StartedAsync(ct)) return;
        using var timer = new PeriodicTimer(Rescan, clock);
        var scan = 0;
        do
        {
            foreach (var regency in scan++ % ScansUntilAll == 0 ? directory.All.Select(r => r.Code) : leftWaiting.Keys) signal.Raise(regency);
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    private async Task<bool> StartedAsync(CancellationToken ct)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await Task.WhenAny(started.Task, Task.Delay(Timeout.InfiniteTimeSpan, ct));
        return !ct.IsCancellationRequested;
    }

    /// <returns>True when more is waiting.</returns>
    private async Task<bool> TurnAsync(RegencyCode regency, CancellationToken ct)
    {
        await using var scope = regencies.For(regency);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        // The same for every regency, so they are looked up once.
        asking ??= [.. scope.ServiceProvider.GetServices<IOutboxHandler>().Where(h => h.AsksOthers).Select(h => h.Kind)];
        var due = db.Set<OutboxRow>().Where(r => !r.Parked && r.DueAt <= now);
        // However many wait for an outside system, they take no place of the regency's own work.
        var inOrder = asking.Length == 0 ? due.OrderBy(r => r.DueAt) : due.OrderBy(r => asking.Contains(r.Kind)).ThenBy(r => r.DueAt);
        var rows = await inOrder.ThenBy(r => r.CreatedAt).Take(RowsAtATurn).ToListAsync(ct);
        // What says the same is done once: the handler sees all of their changes, for they were committed before it looked.
        var work = rows.GroupBy(r => (r.Kind, r.Payload)).ToLookup(same => asking.Contains(same.Key.Kind));
        foreach (var same in work[false]) await HandleAsync(db, [.. same], regency, MaxAttempts, ct);
        // Last, and one: an outside system that thinks for seconds delays neither this regency's own work nor the next one's turn for long.
        foreach (var same in work[true].Take(1)) await HandleAsync(db, [.. same], regency, int.MaxValue, ct);
        if (rows.Count < RowsAtATurn && !await db.Set<OutboxRow>().AnyAsync(r => !r.Parked, ct)) leftWaiting.TryRemove(regency, out _);
        else leftWaiting[regency] = 0;
        return rows.Count == RowsAtATurn || work[true].Skip(1).Any();
    }

    private async Task HandleAsync(TContext db, IReadOnlyList<OutboxRow> same, RegencyCode regency, int maxAttempts, CancellationToken ct)
    {
        var row = same[0];
        try
        {
            // Its own scope: what a failed handler left half-loaded must not be saved with the next row.
            await using var scope = regencies.For(regency);
            var handlers = scope.ServiceProvider.GetServices<IOutboxHandler>().Where(h => h.Kind == row.Kind).ToList();
            if (handlers.Count == 0) throw new InvalidOperationException($"No handler for outbox rows of kind {row.Kind}.");
            foreach (var handler in handlers) await handler.HandleAsync(row.Payload, ct);
            db.RemoveRange(same);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            foreach (var failed in same) failed.Failed(clock.GetUtcNow().UtcDateTime, maxAttempts);
            log.LogWarning(e, "Outbox row {Kind} of {Regency} failed in attempt {Attempt}", row.Kind, regency, row.Attempts);
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another worker had the same row in hand and was done first. Handlers may run twice; the rest of this turn goes on.
            db.Entry(row).State = EntityState.Detached;
        }
    }
}
