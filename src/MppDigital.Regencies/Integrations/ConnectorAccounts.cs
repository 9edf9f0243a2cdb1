using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Connectors.Calls;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Integrations;

/// <summary>The current regency's own agreements, remembered for a short while: every call to an outside system asks for one.</summary>
/// <param name="services">Asked only inside a regency, for elsewhere there is no database to ask.</param>
internal sealed class ConnectorAccounts(CurrentRegency current, IMemoryCache cache, IServiceProvider services) : IConnectorAccounts
{
    /// <summary>The longest for which another node still calls under what this one has changed.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    public async ValueTask<ConnectorAccount?> FindAsync(string connector, CancellationToken ct)
    {
        if (!current.IsEntered) return null;
        var accounts = await cache.GetOrCreateAsync(KeyOf(current.Value), async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Remembered;
            return await ReadAsync(ct);
        });
        return accounts!.GetValueOrDefault(connector);
    }

    public void Forget() => cache.Remove(KeyOf(current.Value));

    private async Task<Dictionary<string, ConnectorAccount>> ReadAsync(CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync(ct);
        var rows = await db.OwnAccounts.AsNoTracking().OrderBy(a => a.Connector).Take(50).ToListAsync(ct);
        var secrets = services.GetRequiredService<RegencySecrets>();
        return rows.ToDictionary(a => a.Connector, a => new ConnectorAccount(
            a.Address.Length > 0 ? ConnectorAddress.Folder(a.Address) : null, a.ClientId, a.Secret.Length > 0 ? secrets.Open<string>(OwnAccount.SecretPurpose, a.Secret) : ""));
    }

    private static (string, RegencyCode) KeyOf(Regency regency) => ("connector-accounts", regency.Code);
}
