using Microsoft.Extensions.Options;
using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Handoffs;
using MppDigital.National.Catalog;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Regencies.Applications.Handoffs;

/// <summary>To whom a file goes that is not decided here.</summary>
internal sealed class HandoffDesks(IEnumerable<IOutsideDesk> desks, IConnectorAccounts accounts, IOptions<PlatformOptions> platform, CurrentRegency current)
{
    /// <summary>The code of the service bus.</summary>
    private const string Bus = "splp";

    /// <summary>
    /// The system that the definition names; else the regency's own application, where it has one behind the service bus. Null: nobody takes the
    /// file from us, and the counter helps.
    /// </summary>
    public async Task<IOutsideDesk?> ForAsync(ServiceDefinition service, CancellationToken ct)
    {
        if (service.Delivery is not { Mode: DeliveryMode.Handoff, Outside: var outside }) return null;
        if (outside?.System is { } named) return Find(named);
        return Find(Bus) is { } bus && await accounts.FindAsync(bus.Connector, ct) is not null ? bus : null;
    }

    public IOutsideDesk? Find(string code) => desks.FirstOrDefault(d => d.Code == code);

    /// <summary>Where that system tells what happens: the regency's own host, as the platform is reached from outside.</summary>
    public Uri CallbackOf(IOutsideDesk desk)
    {
        var origin = new Uri(platform.Value.PublicOrigin);
        return new UriBuilder(origin) { Host = $"{current.Value.Slug}.{origin.Host}", Path = $"/api/v1/handoffs/callback/{desk.Code}" }.Uri;
    }
}
