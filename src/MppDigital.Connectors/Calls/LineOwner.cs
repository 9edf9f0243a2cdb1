using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.Calls;

/// <summary>On whose behalf a line calls: the regency of the scope, or the nation where there is none, as at the login.</summary>
internal sealed class LineOwner(CurrentRegency? current, IConnectorAccounts? accounts)
{
    public static LineOwner Nation { get; } = new(null, null);

    public RegencyCode? Regency => current is { IsEntered: true } ? current.Value.Code : null;

    public ValueTask<ConnectorAccount?> AccountAsync(string connector, CancellationToken ct) =>
        accounts is not null && Regency is not null ? accounts.FindAsync(connector, ct) : ValueTask.FromResult<ConnectorAccount?>(null);
}
