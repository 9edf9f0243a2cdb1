using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>The places at which a kiosk can stand.</summary>
public sealed record ListPlaceNames;

public sealed record PlaceName(Guid Id, string Name);

/// <summary>What can be chosen at a kiosk of a place.</summary>
public sealed record ReadKioskMenu(Guid Place);

public sealed record KioskMenu(Guid Place, string PlaceName, IReadOnlyList<KioskLine> Lines);

/// <param name="Open">How many counters are open now.</param>
public sealed record KioskLine(Guid Id, string Letter, string Agency, string AgencyId, string AgencyEn, int Open, IReadOnlyList<KioskService> Services);

public sealed record KioskService(string Code, string NameId, string NameEn);

internal sealed class ReadKioskMenuHandler(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog) : IUseCase<ReadKioskMenu, KioskMenu>, IUseCase<ListPlaceNames, IReadOnlyList<PlaceName>>
{
    public async Task<Outcome<IReadOnlyList<PlaceName>>> HandleAsync(ListPlaceNames input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Places.AsNoTracking().Where(p => p.Active).OrderBy(p => p.CreatedAt).ThenBy(p => p.Id).Take(50).Select(p => new PlaceName(p.Id, p.Name)).ToListAsync(ct);
    }

    public async Task<Outcome<KioskMenu>> HandleAsync(ReadKioskMenu input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Places.AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.Place && p.Active, ct) is not { } place) return Problems.UnknownPlace;
        var groups = await db.CounterGroups.AsNoTracking().Where(g => g.PlaceId == place.Id).OrderBy(g => g.Letter).Take(50).ToListAsync(ct);
        var open = await db.Counters.AsNoTracking().Where(c => c.PlaceId == place.Id && c.Active && c.State == CounterState.Open).GroupBy(c => c.GroupId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var services = catalog.Published;
        return new KioskMenu(place.Id, place.Name,
        [
            .. groups.Select(g =>
            {
                List<ServiceDefinition> own = [.. services.Select(s => s.Definition).Where(s => g.Serves(s.Code, s.Agency.Code))];
                var agency = own.Select(s => s.Agency).FirstOrDefault(a => a.Code == g.Agency);
                // A shared desk is known by whose services it takes, not by who staffs it.
                var shared = string.Join(", ", own.Select(s => s.Agency.Code).Distinct().Order(StringComparer.Ordinal));
                return new KioskLine(g.Id, g.Letter, g.Agency, agency?.Name ?? $"Loket bersama: {shared}", agency?.NameEn ?? $"Shared counter: {shared}", open.GetValueOrDefault(g.Id), [.. own.Select(s => new KioskService(s.Code, s.ShortName, s.NameEn))]);
            }).Where(l => l.Services.Count > 0),
        ]);
    }
}
