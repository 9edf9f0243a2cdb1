using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MppDigital.Connectors.Bsre;
using MppDigital.Connectors.Bsre.Simulator;
using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Dukcapil;
using MppDigital.Connectors.Dukcapil.Simulator;
using MppDigital.Connectors.Lapor;
using MppDigital.Connectors.Lapor.Simulator;
using MppDigital.Connectors.Messages;
using MppDigital.Connectors.Messages.Simulator;
using MppDigital.Connectors.Oss;
using MppDigital.Connectors.Oss.Simulator;
using MppDigital.Connectors.Qris;
using MppDigital.Connectors.Qris.Simulator;
using MppDigital.Connectors.SatuSehat;
using MppDigital.Connectors.SatuSehat.Simulator;
using MppDigital.Connectors.Splp;
using MppDigital.Connectors.Splp.Simulator;

namespace MppDigital.Connectors.Simulation;

/// <summary>
/// A simulator for each register that has no address, registered in Development only. Each starts when the program is ready or at its first call,
/// whichever comes first, so that nobody waits for them at the start.
/// </summary>
internal sealed partial class DevelopmentSimulators(
    ConnectorAddresses addresses, DemoMerchants merchants, SimulatedRoot signers, MessageKeys keys, MessageFile messages, TimeProvider clock, IHostApplicationLifetime lifetime,
    ILogger<DevelopmentSimulators> log) : IHostedService
{
    private readonly ConcurrentBag<ISimulator> running = [];
    private readonly List<Lazy<Task<Uri>>> offered = [];
    private readonly ILogger log = log;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Offer(async ct => await DukcapilSimulator.StartAsync(0, clock, ct), DukcapilClient.Name, DukcapilProducts.Name);
        Offer(async ct => await SatuSehatSimulator.StartAsync(0, clock, ct), SatuSehatClient.Name);
        Offer(async ct => await QrisSimulator.StartAsync(0, merchants, clock, ct), QrisClient.Name);
        Offer(async ct => await BsreSimulator.StartAsync(0, signers, clock, ct), BsreClient.Name);
        Offer(async ct => await OssSimulator.StartAsync(0, clock, ct), OssClient.Name);
        Offer(async ct => await LaporSimulator.StartAsync(0, clock, ct), LaporClient.Name);
        Offer(async ct => await SplpSimulator.StartAsync(0, clock, ct), SplpClient.Name);
        Offer(async ct => await MessageSimulator.StartAsync(0, keys, clock, message => messages.SendAsync(message, CancellationToken.None), ct), MessageGateway.Name);
        lifetime.ApplicationStarted.Register(() => _ = Task.Run(StartAll, CancellationToken.None));
        return Task.CompletedTask;
    }

    // A program under test may be told to stop by two parties at once: whoever takes a simulator out stops it.
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        while (running.TryTake(out var simulator)) await simulator.DisposeAsync();
    }

    private void Offer(Func<CancellationToken, Task<ISimulator>> start, params string[] connectors)
    {
        string[] unanswered = [.. connectors.Where(name => addresses.Configured(name) is null)];
        if (unanswered.Length == 0) return;

        var simulator = new Lazy<Task<Uri>>(() => RunAsync(start, unanswered));
        offered.Add(simulator);
        foreach (var name in unanswered) addresses.UseSimulator(name, simulator);
    }

    private async Task<Uri> RunAsync(Func<CancellationToken, Task<ISimulator>> start, string[] connectors)
    {
        var simulator = await start(lifetime.ApplicationStopping);
        running.Add(simulator);
        if (lifetime.ApplicationStopping.IsCancellationRequested) await StopAsync(CancellationToken.None);
        foreach (var connector in connectors) Log.Started(log, connector, simulator.Address);
        return simulator.Address;
    }

    private void StartAll()
    {
        foreach (var simulator in offered) _ = simulator.Value;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Connector} is simulated at {Address}")]
        public static partial void Started(ILogger logger, string connector, Uri address);
    }
}
