using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.National.LifeEvents;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.LifeEvents;

/// <summary>What this regency bundles, for anybody to read.</summary>
public sealed record ListLifeEvents;

/// <summary>One life event by its code.</summary>
public sealed record ReadLifeEvent(string Code);

/// <param name="WorkingDays">Until the last product, each clock beginning when what it waits for is done; null where another system counts.</param>
/// <param name="FeeIdr">All services together; null where one depends on the case.</param>
/// <param name="Open">Whether it can be filed here now.</param>
public sealed record LifeEventOffer(string Code, string Name, string NameEn, string Description, string DescriptionEn, bool Open, int? WorkingDays, long? FeeIdr, IReadOnlyList<LifeEventServiceOffer> Services);

/// <param name="Question">Asked first; null when the service is always part.</param>
public sealed record LifeEventServiceOffer(string Code, string Name, int CatalogVersion, string Product, int? WorkingDays, IReadOnlyList<string> WaitsFor, string? Question);

/// <summary>The offer with the definitions behind it, for the page.</summary>
public sealed record LifeEventSheet(LifeEventOffer Offer, LifeEvent Event, ServiceDefinition Form, Problem? Closed);

internal sealed class ReadLifeEventHandler(IDbContextFactory<RegencyDbContext> contexts, LifeEventBook book, IServiceCatalog catalog, CurrentRegency current)
    : IUseCase<ReadLifeEvent, LifeEventSheet>, IUseCase<ListLifeEvents, Page<LifeEventOffer>>
{
    public async Task<Outcome<LifeEventSheet>> HandleAsync(ReadLifeEvent input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await LocalEvent.FindAsync(db, book, catalog, input.Code, current.Value, ct) is { } local
            ? new LifeEventSheet(OfferOf(local), local.Event, local.Event.FormOf(local.Event.Parts), local.Closed)
            : Problems.UnknownEvent;
    }

    public async Task<Outcome<Page<LifeEventOffer>>> HandleAsync(ListLifeEvents input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var offers = new List<LifeEventOffer>();
        foreach (var code in book.All.Select(e => e.Code))
        {
            if (await LocalEvent.FindAsync(db, book, catalog, code, current.Value, ct) is { } local) offers.Add(OfferOf(local));
        }

        return new Page<LifeEventOffer>(offers, null);
    }

    private static LifeEventOffer OfferOf(LocalEvent local)
    {
        var (definition, parts) = (local.Event.Definition, local.Event.Parts);
        return new LifeEventOffer(
            definition.Code, definition.NameId, definition.NameEn, definition.DescriptionId, definition.DescriptionEn, local.Closed is null, local.DaysInAll(parts), FeeOf(parts),
            [.. parts.Select(p => new LifeEventServiceOffer(p.Service.Code, p.Service.ShortName, p.Version.Version, p.Service.Product.NameId, local.Offers.GetValueOrDefault(p.Service.Code)?.LimitDays, [.. p.Bundled.WaitsFor], p.Bundled.Question?.Name))]);
    }

    private static long? FeeOf(IReadOnlyList<LifeEventPart> parts) =>
        parts.All(p => p.Service.Fee is { AmountIdr: not null, Variants.Count: 0 }) ? parts.Sum(p => p.Service.Fee.AmountIdr!.Value) : null;
}
