using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Catalog.Releases;

/// <summary>Every service with what is in force in the whole country, what is stored and what is on its way.</summary>
public sealed record ListCatalog;

/// <summary>One service with its versions and releases.</summary>
public sealed record ReadCatalogService(string Code);

/// <param name="InForce">Version that every regency has; null before the first release.</param>
/// <param name="Latest">Highest version stored.</param>
/// <param name="Open">The release on its way; null when there is none.</param>
public sealed record CatalogService(string Code, string Name, string NameEn, string Agency, int? InForce, int Latest, DateTime LatestAt, OpenReleaseRow? Open);

public sealed record OpenReleaseRow(Guid Id, int ServiceVersion, ReleaseState State, int Reached);

/// <param name="Text">Of the latest version, as stored.</param>
/// <param name="InForce">What every regency has; null before the first release.</param>
public sealed record CatalogServiceSheet(CatalogService Service, ServiceDefinition Latest, ServiceDefinition? InForce, string Text, IReadOnlyList<VersionRow> Versions, IReadOnlyList<ReleaseRowView> Releases);

public sealed record VersionRow(int Version, DateTime At, DateOnly? EffectiveFrom, bool FromSeed);

public sealed record ReleaseRowView(Guid Id, int ServiceVersion, ReleaseState State, DateTime ChangedAt);

internal sealed class ListCatalogHandler(IDbContextFactory<NationalDbContext> contexts, PublishedCatalog catalog, IServiceCatalog nation) : IUseCase<ListCatalog, IReadOnlyList<CatalogService>>, IUseCase<ReadCatalogService, CatalogServiceSheet>
{
    public async Task<Outcome<IReadOnlyList<CatalogService>>> HandleAsync(ListCatalog input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = await db.Releases.AsNoTracking().Where(r => r.OpenFor != null).ToDictionaryAsync(r => r.Service, ct);
        return catalog.Versions.Values.GroupBy(v => v.Code).Select(g => Of(g.MaxBy(v => v.Version)!, open.GetValueOrDefault(g.Key))).OrderBy(s => s.Code, StringComparer.Ordinal).ToList();
    }

    public async Task<Outcome<CatalogServiceSheet>> HandleAsync(ReadCatalogService input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // From the table and not from memory: who just saved a version must see it, whichever node answers.
        var versions = await db.ServiceVersions.AsNoTracking().Where(v => v.Code == input.Code).OrderByDescending(v => v.Version).Take(200).ToListAsync(ct);
        if (versions.Count == 0) return Problems.UnknownService;
        var releases = await db.Releases.AsNoTracking().Where(r => r.Service == input.Code).OrderByDescending(r => r.CreatedAt).Take(200).ToListAsync(ct);
        var latest = new PublishedService(DefinitionJson.Read(versions[0].Json), versions[0].Version, versions[0].PublishedAt, versions[0].Sha256);
        return new CatalogServiceSheet(
            Of(latest, releases.FirstOrDefault(r => r.OpenFor is not null)), latest.Definition, nation.Find(input.Code)?.Definition, versions[0].Json,
            [.. versions.Select(v => new VersionRow(v.Version, v.PublishedAt, DefinitionJson.Read(v.Json).EffectiveFrom, v.CreatedBy == ServiceVersionRow.Seed))],
            [.. releases.Select(r => new ReleaseRowView(r.Id, r.ServiceVersion, r.State, r.ChangedAt))]);
    }

    private CatalogService Of(PublishedService latest, ReleaseRow? open) => new(
        latest.Code, latest.Definition.NameId, latest.Definition.NameEn, latest.Definition.Agency.Code, nation.Find(latest.Code)?.Version, latest.Version, latest.PublishedAt,
        open is null ? null : new OpenReleaseRow(open.Id, open.ServiceVersion, open.State, open.ReachedCodes.Except(open.TakenBackCodes).Count()));
}
