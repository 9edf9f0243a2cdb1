using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Platform.Events;

/// <summary>Empties the outboxes: round-robin over regencies, a few rows at a turn, so that one with a backlog never delays the rest.</summary>
public sealed class OutboxDrain<TContext>(OutboxSignal signal, ITenantDirectory directory, IRegencyScopes regencies, TimeProvider clock, ILogger<OutboxDrain<TContext>> log)
    : BackgroundService
    where TContext : DbContext
{
    private const int RowsAtATurn = 20;
    private const int AtOnce = 2;
    private const int MaxAttempts = 12;

    // Rows whose retry has come due raise no signal; this finds them.
    private static readonly TimeSpan Rescan = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var scan = ScanAsync(stoppingToken);
        await Parallel.ForEachAsync(signal.ReadAllAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken }, async (regency, ct) =>
        {
            try
            {
                if (await TurnAsync(regency, ct)) signal.Raise(regency);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                log.LogError(e, "The outbox of {Regency} could not be read", regency);
            }
        });
        await scan;
    }

    private async Task ScanAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Rescan, clock);
        do
        {
            foreach (var regency in directory.All) signal.Raise(regency.Code);
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    /// <returns>True when more is waiting.</returns>
    private async Task<bool> TurnAsync(RegencyCode regency, CancellationToken ct)
    {
        await using var scope = regencies.For(regency);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = await db.Set<OutboxRow>().Where(r => !r.Parked && r.DueAt <= now).OrderBy(r => r.DueAt).ThenBy(r => r.CreatedAt).Take(RowsAtATurn).ToListAsync(ct);
        foreach (var row in rows) await HandleAsync(db, row, regency, ct);
        return rows.Count == RowsAtATurn;
    }

    private async Task HandleAsync(TContext db, OutboxRow row, RegencyCode regency, CancellationToken ct)
    {
        try
        {
            // Its own scope: what a failed handler left half-loaded must not be saved with the next row.
            await using var scope = regencies.For(regency);
            var handlers = scope.ServiceProvider.GetServices<IOutboxHandler>().Where(h => h.Kind == row.Kind).ToList();
            if (handlers.Count == 0) throw new InvalidOperationException($"No handler for outbox rows of kind {row.Kind}.");
            foreach (var handler in handlers) await handler.HandleAsync(row.Payload, ct);
            db.Remove(row);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            row.Failed(clock.GetUtcNow().UtcDateTime, MaxAttempts);
            log.LogWarning(e, "Outbox row {Kind} of {Regency} failed in attempt {Attempt}", row.Kind, regency, row.Attempts);
        }

        await db.SaveChangesAsync(ct);
    }
}
