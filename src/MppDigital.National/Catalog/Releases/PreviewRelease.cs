using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Catalog.Releases;

/// <summary>What a version would change in the country, from what the regencies pushed. Opens no regency's database.</summary>
public sealed record PreviewRelease(string Service, int ServiceVersion);

/// <param name="Affected">Regencies where another version is in force and this one would replace it.</param>
/// <param name="Illegal">Overrides that the new bounds no longer allow.</param>
/// <param name="Staying">Applications on their way, which end by the version they were filed with.</param>
/// <param name="Told">Regencies whose figures are in this preview; the others have not told of themselves yet.</param>
/// <param name="OldestFigure">UTC; null while nobody has told anything.</param>
/// <param name="EffectiveFrom">Local date before which nobody notices anything.</param>
/// <param name="NeverInForce">A version whose law begins later is in force already: this one would never win.</param>
public sealed record ReleasePreview(
    int Affected, IReadOnlyList<IllegalOverride> Illegal, IReadOnlyList<InFlight> Staying, int Told, int Regencies, DateTime? OldestFigure, DateOnly? EffectiveFrom, bool NeverInForce, IReadOnlyList<ChangedElement> Changes);

public sealed record IllegalOverride(string Regency, string Name, OverrideDeviation Deviation);

internal sealed class PreviewReleaseHandler(IDbContextFactory<NationalDbContext> contexts, PublishedCatalog catalog, ITenantDirectory directory, TimeProvider clock) : IUseCase<PreviewRelease, ReleasePreview>
{
    public async Task<Outcome<ReleasePreview>> HandleAsync(PreviewRelease input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.ServiceVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Code == input.Service && v.Version == input.ServiceVersion, ct) is not { } row) return Problems.UnknownVersion;
        var next = DefinitionJson.Read(row.Json);
        var now = clock.GetUtcNow();
        var inForce = directory.All.ToDictionary(r => r.Code.Value, r => catalog.ViewOf(r.Code, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, r.Zone).DateTime)).ByCode.GetValueOrDefault(input.Service));
        var standings = (await db.Standings.AsNoTracking().ToListAsync(ct)).Select(s => (s.RegencyCode, s.AsOf, Detail: StandingDetail.Read(s.Detail))).ToList();
        var names = directory.All.ToDictionary(r => r.Code.Value, r => r.Name);
        var illegal = standings.SelectMany(s => s.Detail.Overrides.Where(o => o.Service == input.Service).SelectMany(o => o.Value.Deviations(next))
            .Select(d => new IllegalOverride(s.RegencyCode, names.GetValueOrDefault(s.RegencyCode, s.RegencyCode), d))).OrderBy(i => i.Regency, StringComparer.Ordinal).ToList();
        var staying = standings.SelectMany(s => s.Detail.InFlight).Where(f => f.Service == input.Service && f.Version != input.ServiceVersion)
            .GroupBy(f => f.Version).Select(g => new InFlight(input.Service, g.Key, g.Sum(f => f.Count))).OrderBy(f => f.Version).ToList();
        var before = inForce.Values.OfType<PublishedService>().GroupBy(s => s.Version).MaxBy(g => g.Count())?.First();
        return new ReleasePreview(
            inForce.Count(r => r.Value?.Version != input.ServiceVersion), illegal, staying, standings.Count, directory.All.Count, standings.Count == 0 ? null : standings.Min(s => s.AsOf), next.EffectiveFrom,
            inForce.Values.Any(s => s?.Version != input.ServiceVersion && s?.Definition.EffectiveFrom > (next.EffectiveFrom ?? DateOnly.MinValue)),
            before is null ? [] : DefinitionChanges.Between(before.Definition, next));
    }
}
