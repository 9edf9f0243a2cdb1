using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MppDigital.Login.Outside;

/// <summary>Looks once a minute whether the outside provider is there, so that the sign-in page can say so before anybody tries in vain.</summary>
internal sealed class OutsideWatch(OutsideProvider provider, IOptions<OutsideOptions> options, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn) return;
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            await provider.ProbeAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
