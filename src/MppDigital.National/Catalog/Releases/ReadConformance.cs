using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Catalog.Releases;

/// <summary>How true each regency is to the national catalog, the least true first. Reads what regencies found of themselves.</summary>
public sealed record ReadConformance;

/// <param name="Conformance">0 to 1, to 4 decimals; null where the regency has not told yet.</param>
/// <param name="AsOf">When it looked, UTC.</param>
public sealed record RegencyConformance(string Code, string Name, decimal? Conformance, IReadOnlyList<Deviation> Deviations, DateTime? AsOf);

/// <param name="National">The mean of those that told; null while nobody has.</param>
public sealed record Conformance(decimal? National, int Told, IReadOnlyList<RegencyConformance> Regencies);

internal sealed class ReadConformanceHandler(IDbContextFactory<NationalDbContext> contexts, ITenantDirectory directory) : IUseCase<ReadConformance, Conformance>
{
    public async Task<Outcome<Conformance>> HandleAsync(ReadConformance input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var told = await db.Standings.AsNoTracking().ToDictionaryAsync(s => s.RegencyCode, ct);
        var rows = directory.All.Select(r => told.GetValueOrDefault(r.Code.Value) is { } s
            ? new RegencyConformance(r.Code.Value, r.Name, ConformanceShare.Of(s.Services, s.Deviating), s.Deviating == 0 ? [] : StandingDetail.Read(s.Detail).Deviations, s.AsOf)
            : new RegencyConformance(r.Code.Value, r.Name, null, [], null)).OrderBy(r => r.Conformance ?? 2).ThenBy(r => r.Code, StringComparer.Ordinal).ToList();
        var shares = rows.Select(r => r.Conformance).OfType<decimal>().ToList();
        // As for one regency: 1 only where nobody deviates.
        return new Conformance(shares.Count == 0 ? null : Math.Min(Math.Round(shares.Average(), 4), shares.Min() < 1 ? 0.9999m : 1), shares.Count, rows);
    }
}
