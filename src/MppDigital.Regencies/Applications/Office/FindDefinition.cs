using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>The version of the standard that an application was filed under, with what the regency asked besides.</summary>
internal sealed class FindDefinition(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog)
{
    public async Task<ServiceDefinition?> OfAsync(string number, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var filed = await db.Applications.AsNoTracking().Where(a => a.Number == number).Select(a => new { a.Service, a.CatalogVersion, Local = a.Evidence.Where(e => e.Requirement == LocalRequirement.Code).Select(e => e.LocalText).FirstOrDefault() }).SingleOrDefaultAsync(ct);
        return filed is not null && catalog.Find(filed.Service, filed.CatalogVersion) is { } version ? LocalRequirement.On(version.Definition, filed.Local ?? "") : null;
    }
}
