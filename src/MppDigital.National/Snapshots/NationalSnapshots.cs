using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Releases;
using MppDigital.National.Registry;
using MppDigital.National.Stamps;
using MppDigital.Platform;

namespace MppDigital.National.Snapshots;

/// <summary>
/// Keeps registry and catalog in memory and true: reads both at start, then whatever has a new stamp.
/// The start calls it once after the import; the watch calls it each second.
/// </summary>
public sealed class NationalSnapshots : IDisposable
{
    private readonly IDbContextFactory<NationalDbContext> contexts;
    private readonly RegistryDirectory directory;
    private readonly PublishedCatalog catalog;
    private readonly string rootDomain;
    private readonly SemaphoreSlim turn = new(1, 1);
    private Guid? registryStamp;
    private Guid? catalogStamp;

    internal NationalSnapshots(IDbContextFactory<NationalDbContext> contexts, RegistryDirectory directory, PublishedCatalog catalog, IOptions<PlatformOptions> options)
    {
        this.contexts = contexts;
        this.directory = directory;
        this.catalog = catalog;
        rootDomain = options.Value.RootDomain;
    }

    public void Dispose() => turn.Dispose();

    /// <returns>True when something was read anew.</returns>
    public async Task<bool> RefreshAsync(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            // Stamps first: a change in between is then seen by the next turn, never missed.
            var stamps = await db.Stamps.AsNoTracking().Take(20).ToDictionaryAsync(s => s.Key, s => s.Value, ct);
            var registryChanged = Changed(ref registryStamp, stamps.GetValueOrDefault(StampRow.Registry));
            var catalogChanged = Changed(ref catalogStamp, stamps.GetValueOrDefault(StampRow.Catalog));
            if (registryChanged) await ReadRegistryAsync(db, ct);
            if (catalogChanged) await ReadCatalogAsync(db, ct);
            return registryChanged || catalogChanged;
        }
        catch
        {
            // Half-read is unread: the next turn starts over.
            registryStamp = catalogStamp = null;
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    private static bool Changed(ref Guid? known, Guid current)
    {
        if (known == current) return false;
        known = current;
        return true;
    }

    private async Task ReadRegistryAsync(NationalDbContext db, CancellationToken ct)
    {
        var rows = await db.Regencies.AsNoTracking().ToListAsync(ct);
        directory.Replace(new RegistrySnapshot(rows.Select(r => r.ToRegency()), rootDomain));
    }

    private async Task ReadCatalogAsync(NationalDbContext db, CancellationToken ct)
    {
        // A stored version never changes, so what is in memory needs no second reading: a release costs the nodes two short queries.
        var held = catalog.Versions;
        var keys = await db.ServiceVersions.AsNoTracking().Select(v => new { v.Code, v.Version }).ToListAsync(ct);
        var fresh = keys.Where(k => !held.ContainsKey((k.Code, k.Version))).Select(k => k.Code).ToHashSet();
        var rows = fresh.Count == 0 ? [] : await db.ServiceVersions.AsNoTracking().Where(v => fresh.Contains(v.Code)).ToListAsync(ct);
        var releases = await db.Releases.AsNoTracking().Where(r => r.State != ReleaseState.Draft && r.State != ReleaseState.RolledBack && r.State != ReleaseState.Withdrawn).ToListAsync(ct);
        var read = rows.Select(r => held.GetValueOrDefault((r.Code, r.Version))
            ?? new PublishedService(DefinitionJson.Read(r.Json), r.Version, r.PublishedAt, r.Sha256) { NeedsNoRelease = r.CreatedBy == ServiceVersionRow.Seed });
        catalog.Replace(read.Concat(held.Values.Where(v => !fresh.Contains(v.Code))), [.. releases.Select(ReleaseReach.Of)]);
    }
}
