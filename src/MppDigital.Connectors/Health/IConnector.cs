using MppDigital.Connectors.Calls;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.Health;

/// <summary>One outside system as the people see it who look after the connection.</summary>
public interface IConnector
{
    /// <summary>Name of the connector, as in <c>Connectors:&lt;name&gt;</c>.</summary>
    string Connector { get; }

    /// <summary>Under which connector's name the agreement with it is kept; empty where it is kept elsewhere.</summary>
    string Agreement => Connector;

    /// <summary>False where the system has no question that leaves nothing behind.</summary>
    bool CanTry => true;

    Task<ConnectorLook> LookAsync(CancellationToken ct);

    /// <summary>One harmless question about nobody, within the limits of every call.</summary>
    /// <returns>Null: it answered.</returns>
    Task<Outage?> TryAsync(RegencyCode regency, CancellationToken ct);

    /// <summary>When the answer was given that is shown while the system is silent; null where none is kept.</summary>
    DateTime? RememberedSince(RegencyCode regency) => null;
}
