using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Offerings;

/// <summary>All services of the nation as this regency offers them; short enough to be one page.</summary>
public sealed record ListOfferings;

/// <param name="WorkingDays">The limit in force here; null where another system counts.</param>
/// <param name="Own">The regency set a time, a tariff or a requirement of its own.</param>
public sealed record OfferingRow(string Code, string Name, string NameEn, string Agency, string Mode, int? WorkingDays, bool Active, bool Own);

internal sealed class ListOfferingsHandler(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog) : IUseCase<ListOfferings, Page<OfferingRow>>
{
    public async Task<Outcome<Page<OfferingRow>>> HandleAsync(ListOfferings input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var set = await db.Offerings.AsNoTracking().Take(500).ToDictionaryAsync(o => o.Service, ct);
        return new Page<OfferingRow>([.. catalog.Published.Select(p =>
        {
            var offering = set.GetValueOrDefault(p.Code);
            var local = offering?.Set.Within(p.Definition);
            return new OfferingRow(p.Code, p.Definition.NameId, p.Definition.NameEn, p.Definition.Agency.Code, System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(p.Definition.Delivery.Mode.ToString()),
                OfferedService.LimitOf(p.Definition, local?.WorkingDays), (offering?.Active ?? true) && (local?.TariffIdr is not null || !FeeRules.NeedsTariff(p.Definition)), local is { IsEmpty: false });
        })], null);
    }
}
