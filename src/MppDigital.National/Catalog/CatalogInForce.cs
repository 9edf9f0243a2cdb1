using MppDigital.Platform.Calendar;
using MppDigital.Platform.Tenancy;

namespace MppDigital.National.Catalog;

/// <summary>The catalog of this request: in a regency the versions that releases brought there and that are in force on its own date, elsewhere what every regency has by the date of Jakarta.</summary>
internal sealed class CatalogInForce(PublishedCatalog all, CurrentRegency? current, TimeProvider clock) : IServiceCatalog
{
    public IReadOnlyList<PublishedService> Published => View.Published;

    private CatalogView View
    {
        get
        {
            var regency = current is { IsEntered: true } ? current.Value : null;
            return all.ViewOf(regency?.Code, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), regency?.Zone ?? IndonesianZones.Jakarta).DateTime));
        }
    }

    public PublishedService? Find(string code) => View.ByCode.GetValueOrDefault(code);

    public PublishedService? Find(string code, int version) => all.Find(code, version);
}
