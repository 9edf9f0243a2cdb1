using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Catalog.Releases;

/// <summary>Adds what one node answered in the regencies of watched releases since it last told.</summary>
public sealed record CountReleaseTraffic(IReadOnlyDictionary<RegencyCode, TrafficCount> Counts);

/// <param name="Failures">Answers that were a failure of ours (5xx).</param>
public readonly record struct TrafficCount(long Requests, long Failures);

internal sealed class CountReleaseTrafficHandler(IDbContextFactory<NationalDbContext> contexts, IDatabaseEngine engine, PublishedCatalog catalog) : IUseCase<CountReleaseTraffic, Done>
{
    public async Task<Outcome<Done>> HandleAsync(CountReleaseTraffic input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var release in catalog.Watched)
        {
            foreach (var (regency, count) in input.Counts.Where(c => release.Reaches(c.Key))) await AddAsync(db, release.Id, regency.Value, count, ct);
        }

        return default(Done);
    }

    private async Task AddAsync(NationalDbContext db, Guid release, string regency, TrafficCount count, CancellationToken ct)
    {
        if (await RaisedAsync(db, release, regency, count, ct)) return;
        try
        {
            db.Add(new ReleaseTrafficRow { ReleaseId = release, RegencyCode = regency, Requests = count.Requests, Failures = count.Failures });
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // The other node was first.
            await RaisedAsync(db, release, regency, count, ct);
        }

        db.ChangeTracker.Clear();
    }

    private static async Task<bool> RaisedAsync(NationalDbContext db, Guid release, string regency, TrafficCount count, CancellationToken ct) =>
        await db.ReleaseTraffic.Where(t => t.ReleaseId == release && t.RegencyCode == regency)
            .ExecuteUpdateAsync(row => row.SetProperty(t => t.Requests, t => t.Requests + count.Requests).SetProperty(t => t.Failures, t => t.Failures + count.Failures), ct) > 0;
}
