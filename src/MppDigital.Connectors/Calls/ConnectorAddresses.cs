using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace MppDigital.Connectors.Calls;

/// <summary>Where each register is: the configured address, else the simulator that this process has started.</summary>
internal sealed class ConnectorAddresses(IOptionsMonitor<ConnectorOptions> options)
{
    private readonly ConcurrentDictionary<string, Uri> simulators = new();

    public Uri? Of(string connector) => Configured(connector) ?? simulators.GetValueOrDefault(connector);

    public Uri? Configured(string connector) =>
        options.Get(connector).BaseAddress is { Length: > 0 } address ? new Uri(address.EndsWith('/') ? address : address + "/") : null;

    public void UseSimulator(string connector, Uri address) => simulators[connector] = address;
}
