using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace MppDigital.Connectors.Calls;

/// <summary>
/// One lane for each address of each system. All regencies that use the nation-wide address share its circuit; one that has its own address
/// has its own circuit, so that its broken server is nobody else's trouble.
/// </summary>
internal sealed class CallLanes(IOptionsMonitor<ConnectorOptions> options)
{
    private readonly ConcurrentDictionary<(string Connector, string Authority), Lane> lanes = new();

    public Lane Of(string connector, Uri address) =>
        lanes.GetOrAdd((connector, address.GetLeftPart(UriPartial.Authority)), static (key, all) => new Lane(all.Get(key.Connector)), options);
}
