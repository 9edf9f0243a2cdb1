using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors;
using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Health;
using MppDigital.Connectors.Qris;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Payments;

/// <summary>The payment provider among the other connections: its agreement is the merchant account, which has a page of its own.</summary>
internal sealed class PaymentConnector(IDbContextFactory<RegencyDbContext> contexts, PaymentAccounts accounts, QrisClient provider) : IConnector
{
    // No bill has such a number: it has a blank in it.
    private const string NoBill = "UJI SAMBUNGAN";

    public string Connector => QrisClient.Name;

    public string Agreement => "";

    public async Task<ConnectorLook> LookAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var look = await provider.LookAsync(ct);
        return await accounts.FindAsync(db, ct) is null ? look with { State = ConnectorState.NotConnected } : look;
    }

    /// <summary>Asks for a bill that nobody made.</summary>
    public async Task<Outage?> TryAsync(RegencyCode regency, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await accounts.FindAsync(db, ct) is { } merchant ? await provider.TryAsync(merchant, NoBill, ct) : Outage.NotConfigured;
    }
}
