using MppDigital.National.Catalog;
using MppDigital.National.LifeEvents;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.LifeEvents;

/// <summary>A life event as this regency offers it: an optional service that is closed here is simply not part of it.</summary>
internal sealed record LocalEvent(LifeEvent Event, IReadOnlyDictionary<string, OfferedService> Offers, Problem? Closed)
{
    public static async Task<LocalEvent?> FindAsync(RegencyDbContext db, LifeEventBook book, IServiceCatalog catalog, string code, Regency regency, CancellationToken ct)
    {
        if (book.Find(code) is not { } whole) return null;
        var offers = new Dictionary<string, OfferedService>();
        foreach (var part in whole.Parts)
        {
            if (await OfferedService.FindAsync(db, catalog, part.Service.Code, ct) is { } offered) offers[part.Service.Code] = offered;
        }

        Problem? RefusalOf(LifeEventPart part) => offers.TryGetValue(part.Service.Code, out var offered) ? offered.RefusalIn(regency) : Applications.Problems.UnknownService;
        var closed = whole.Parts.Where(p => p.Bundled.Question is null).Select(RefusalOf).FirstOrDefault(p => p is not null);
        return new LocalEvent(whole with { Parts = [.. whole.Parts.Where(p => p.Bundled.Question is null || RefusalOf(p) is null || regency.Stage != RegencyStage.Live)] }, offers, closed);
    }

    /// <summary>Working days until the last product of these is there, each clock beginning when what it waits for is done; null where one has no clock.</summary>
    public int? DaysInAll(IReadOnlyList<LifeEventPart> parts)
    {
        var until = new Dictionary<string, int>();
        foreach (var part in parts)
        {
            if (Offers.GetValueOrDefault(part.Service.Code)?.LimitDays is not { } days) return null;
            until[part.Service.Code] = days + part.Bundled.WaitsFor.Select(w => until.GetValueOrDefault(w)).DefaultIfEmpty(0).Max();
        }

        return until.Values.Max();
    }
}
