using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Releases;
using MppDigital.Platform.Events;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Offerings;

/// <summary>This regency compares what it does with the national catalog and tells the centre: after each change of an offer, every night, and while a release is on its way here.</summary>
internal sealed class SendStanding(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, IUseCase<PushStanding, Done> push, CurrentRegency current, TimeProvider clock) : IOutboxHandler, IRegencyTask
{
    public const string Kind = "send-standing";

    private static readonly ApplicationStatus[] Ended = [ApplicationStatus.Approved, ApplicationStatus.Issued, ApplicationStatus.Refused, ApplicationStatus.Withdrawn];

    string IOutboxHandler.Kind => Kind;

    string IRegencyTask.Kind => Kind;

    public Task HandleAsync(string payload, CancellationToken ct) => RunAsync(ct);

    public async Task RunAsync(CancellationToken ct)
    {
        // Before anything is read: a look that began earlier must not pass for a newer one.
        var asOf = clock.GetUtcNow().UtcDateTime;
        var inForce = catalog.Published;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var offerings = await db.Offerings.AsNoTracking().OrderBy(o => o.Service).Take(1000).ToListAsync(ct);
        var waiting = await db.Applications.AsNoTracking().Where(a => !Ended.Contains(a.Status)).GroupBy(a => new { a.Service, a.CatalogVersion })
            .Select(g => new { g.Key.Service, g.Key.CatalogVersion, Count = g.Count() }).ToListAsync(ct);
        var detail = new StandingDetail(
            [.. offerings.SelectMany(o => Deviations(o, catalog.Find(o.Service)))],
            [.. offerings.Where(o => !o.Set.IsEmpty).Select(o => new SetOverride(o.Service, Told(o.Set)))],
            [.. waiting.Select(w => new InFlight(w.Service, w.CatalogVersion, w.Count))]);
        var pushed = await push.HandleAsync(new PushStanding(current.Value.Code, asOf, inForce.Count, detail), ct);
        if (!pushed.Succeeded) throw new InvalidOperationException($"The standing was refused: {pushed.Problem.Code}");
    }

    private static IEnumerable<Deviation> Deviations(Offering offering, PublishedService? service) => service is null
        ? [new Deviation(offering.Service, 0, "/code", "national", offering.Service)]
        : offering.Set.Deviations(service.Definition).Select(d => new Deviation(service.Code, service.Version, d.Element, d.Expected, d.Found));

    /// <summary>Texts stay here: the centre needs to know that there is one.</summary>
    private static LocalOverride Told(LocalOverride set) => set.ExtraRequirement.Length > 0 ? set with { ExtraRequirement = "extra" } : set;
}
