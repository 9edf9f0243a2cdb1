using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MppDigital.National.Snapshots;

/// <summary>Asks for the stamps each second, so that a change made by another process is served here within two.</summary>
internal sealed class StampWatch(NationalSnapshots snapshots, TimeProvider clock, ILogger<StampWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await snapshots.RefreshAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The copy in memory goes on serving; it is only as old as the outage.
                log.LogWarning(e, "Registry and catalog could not be compared with the national database");
            }
        }
    }
}
