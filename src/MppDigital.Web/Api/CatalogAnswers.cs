using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Releases;

namespace MppDigital.Web.Api;

/// <summary>How the catalog looks in JSON. Times are Jakarta's; who did a step is told to nobody.</summary>
internal static class CatalogAnswers
{
    public static object Of(CatalogService service, PublishedService? inForce) => new
    {
        code = service.Code,
        name = service.Name,
        nameEn = service.NameEn,
        agency = service.Agency,
        mode = inForce?.Definition.Delivery.Mode,
        version = service.InForce,
        publishedAt = inForce is null ? (DateTimeOffset?)null : RolloutAnswers.Jakarta(inForce.PublishedAt),
        sha256 = inForce?.Sha256,
        latest = service.Latest,
        release = service.Open is { } open ? new { id = open.Id, version = open.ServiceVersion, state = open.State, reached = open.Reached } : null,
    };

    public static object Of(CatalogServiceSheet sheet) => new
    {
        code = sheet.Service.Code,
        name = sheet.Service.Name,
        version = sheet.Service.InForce,
        latest = sheet.Service.Latest,
        definition = JsonNode.Parse(sheet.Text),
        versions = sheet.Versions.Select(v => new { version = v.Version, savedAt = RolloutAnswers.Jakarta(v.At), effectiveFrom = v.EffectiveFrom }),
        releases = sheet.Releases.Select(r => new { id = r.Id, version = r.ServiceVersion, state = r.State, changedAt = RolloutAnswers.Jakarta(r.ChangedAt) }),
    };

    public static object Of(ReleaseView release) => new
    {
        id = release.Id,
        service = release.Service,
        serviceVersion = release.ServiceVersion,
        state = release.State,
        canaries = release.Canaries,
        reached = release.Reached,
        takenBack = release.TakenBack,
        waves = release.Waves,
        pendingSecondPerson = release.AskedForAll,
        haltedBy = release.HaltedBy,
        createdAt = RolloutAnswers.Jakarta(release.CreatedAt),
        changedAt = RolloutAnswers.Jakarta(release.ChangedAt),
        version = release.Version,
        gates = release.Gates.Select(g => new { gate = g.Gate, passed = g.Passed, measured = g.Measured, limit = g.Limit, of = g.Of }),
        actions = release.Actions,
    };

    public static object Pending(ReleaseView release) => new { status = "pending-second-person", release = Of(release) };

    public static object Of(ReleasePreview preview) => new
    {
        affected = preview.Affected,
        regencies = preview.Regencies,
        told = preview.Told,
        oldestFigure = preview.OldestFigure is { } at ? RolloutAnswers.Jakarta(at) : (DateTimeOffset?)null,
        effectiveFrom = preview.EffectiveFrom,
        neverInForce = preview.NeverInForce,
        illegal = preview.Illegal.Select(i => new { regency = i.Regency, name = i.Name, element = i.Deviation.Element, expected = i.Deviation.Expected, found = i.Deviation.Found }),
        staying = preview.Staying.Select(f => new { version = f.Version, applications = f.Count }),
        changes = preview.Changes.Select(c => new { element = c.Element, before = c.Before is null ? null : JsonNode.Parse(c.Before), after = c.After is null ? null : JsonNode.Parse(c.After) }),
    };

    /// <summary>Beside the regencies: the mean of those that told, and the services whose own definition lacks a component that the law asks for.</summary>
    public static IResult Page(HttpContext context, Conformance all, IServiceCatalog nation)
    {
        var paging = RequestParts.Paging(context);
        if (!paging.Succeeded) return paging.Problem.ToResult();
        var found = all.Regencies.OrderBy(r => r.Code, StringComparer.Ordinal).Where(r => paging.Value.After is null || string.CompareOrdinal(r.Code, paging.Value.After) > 0).Take(paging.Value.Limit + 1).ToList();
        var page = found.Take(paging.Value.Limit).ToList();
        return ApiAnswers.Json(new
        {
            national = all.National,
            told = all.Told,
            services = nation.Published.Select(s => new { code = s.Code, version = s.Version, confidence = s.Definition.Confidence, missing = ConformanceCheck.Missing(s.Definition) }).Where(s => s.missing.Count > 0),
            items = page.Select(r => new { code = r.Code, name = r.Name, conformance = r.Conformance, deviations = r.Deviations, asOf = r.AsOf is { } at ? RolloutAnswers.Jakarta(at) : (DateTimeOffset?)null }),
            next = found.Count > page.Count ? page[^1].Code : null,
        });
    }
}
