using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Dukcapil;
using MppDigital.Connectors.Dukcapil.Simulator;
using MppDigital.Connectors.Qris;
using MppDigital.Connectors.Qris.Simulator;
using MppDigital.Connectors.SatuSehat;
using MppDigital.Connectors.SatuSehat.Simulator;

namespace MppDigital.Connectors.Simulation;

/// <summary>Starts a simulator for each register that has no address. Registered in Development only.</summary>
internal sealed partial class DevelopmentSimulators(ConnectorAddresses addresses, DemoMerchants merchants, TimeProvider clock, ILogger<DevelopmentSimulators> log) : IHostedService
{
    private readonly List<IAsyncDisposable> running = [];
    private readonly ILogger log = log;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        string[] civil = [.. new[] { DukcapilClient.Name, DukcapilProducts.Name }.Where(name => addresses.Configured(name) is null)];
        if (civil.Length > 0)
        {
            var simulator = await DukcapilSimulator.StartAsync(0, clock, cancellationToken);
            foreach (var name in civil) Use(name, simulator.Address, simulator);
        }

        if (addresses.Configured(SatuSehatClient.Name) is null)
        {
            var simulator = await SatuSehatSimulator.StartAsync(0, clock, cancellationToken);
            Use(SatuSehatClient.Name, simulator.Address, simulator);
        }

        if (addresses.Configured(QrisClient.Name) is null)
        {
            var simulator = await QrisSimulator.StartAsync(0, merchants, clock, cancellationToken);
            Use(QrisClient.Name, simulator.Address, simulator);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var simulator in running) await simulator.DisposeAsync();
        running.Clear();
    }

    private void Use(string connector, Uri address, IAsyncDisposable simulator)
    {
        if (!running.Contains(simulator)) running.Add(simulator);
        addresses.UseSimulator(connector, address);
        Log.Started(log, connector, address);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Connector} is simulated at {Address}")]
        public static partial void Started(ILogger logger, string connector, Uri address);
    }
}
