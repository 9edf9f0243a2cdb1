namespace MppDigital.Connectors.Calls;

/// <summary>An agreement under which calls are made: a regency's own, or the nation-wide one.</summary>
/// <param name="Address">Null: where everybody reaches the system.</param>
/// <param name="ClientId">Sent with <paramref name="Secret"/> as basic authentication (RFC 7617); empty where the system knows callers otherwise.</param>
public sealed record ConnectorAccount(Uri? Address, string ClientId, string Secret)
{
    public override string ToString() => "connector account";
}

/// <summary>Where the own agreements of the regency of this scope are kept.</summary>
public interface IConnectorAccounts
{
    /// <returns>Null where the regency has none of its own, and outside any regency.</returns>
    ValueTask<ConnectorAccount?> FindAsync(string connector, CancellationToken ct);
}
