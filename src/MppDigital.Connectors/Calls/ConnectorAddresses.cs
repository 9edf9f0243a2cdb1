using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace MppDigital.Connectors.Calls;

/// <summary>Where each register is: the configured address, else the simulator that this process starts.</summary>
internal sealed class ConnectorAddresses(IOptionsMonitor<ConnectorOptions> options)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Uri>>> simulators = new();

    /// <summary>A simulator that nobody has called yet starts now.</summary>
    public async ValueTask<Uri?> FindAsync(string connector)
    {
        if (Configured(connector) is { } address) return address;
        return simulators.TryGetValue(connector, out var simulator) ? await simulator.Value : null;
    }

    public Uri? Configured(string connector) =>
        options.Get(connector).BaseAddress is { Length: > 0 } address ? new Uri(address.EndsWith('/') ? address : address + "/") : null;

    public void UseSimulator(string connector, Lazy<Task<Uri>> address) => simulators[connector] = address;
}
