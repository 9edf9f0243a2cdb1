using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace MppDigital.Connectors.Calls;

/// <summary>Where each register is: the configured address, else the simulator that this process starts.</summary>
internal sealed class ConnectorAddresses(IOptionsMonitor<ConnectorOptions> options)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Uri>>> simulators = new();

    /// <summary>A simulator that nobody has called yet starts now.</summary>
    /// <returns>Null: not connected.</returns>
    public async ValueTask<Uri?> FindAsync(string connector) =>
        Configured(connector) ?? (simulators.TryGetValue(connector, out var simulator) ? await simulator.Value : null);

    /// <summary>What is known without starting anything.</summary>
    public Uri? Of(string connector) =>
        Configured(connector) ?? (simulators.TryGetValue(connector, out var simulator) && simulator is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: var address } } ? address : null);

    public bool IsConnected(string connector) => Configured(connector) is not null || simulators.ContainsKey(connector);

    public Uri? Configured(string connector) => options.Get(connector).BaseAddress is { Length: > 0 } address ? ConnectorAddress.Folder(address) : null;

    /// <summary>The nation-wide agreement; null where the system asks for none.</summary>
    public ConnectorAccount? Account(string connector) =>
        options.Get(connector) is { ClientId: { Length: > 0 } id, Secret: { Length: > 0 } secret } ? new ConnectorAccount(null, id, secret) : null;

    public void UseSimulator(string connector, Lazy<Task<Uri>> address) => simulators[connector] = address;
}
