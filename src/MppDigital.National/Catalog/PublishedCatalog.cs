using System.Collections.Concurrent;
using System.Collections.Frozen;
using MppDigital.National.Catalog.Releases;
using MppDigital.Platform.Tenancy;

namespace MppDigital.National.Catalog;

/// <summary>All versions and releases, held in memory; replaced as a whole. Which version is in force somewhere is worked out here once per group of regencies.</summary>
public sealed class PublishedCatalog
{
    private Snapshot? snapshot;

    /// <summary>Another object whenever anything of the catalog changed.</summary>
    public object State => Current;

    private Snapshot Current => Volatile.Read(ref snapshot) ?? throw new InvalidOperationException("The catalog was not read yet.");

    internal IReadOnlyDictionary<(string Code, int Version), PublishedService> Versions => Volatile.Read(ref snapshot)?.ByVersion ?? FrozenDictionary<(string, int), PublishedService>.Empty;

    /// <summary>The newest version of each service, released or not; empty before the catalog was read.</summary>
    public IReadOnlyList<PublishedService> Newest => [.. Versions.Values.GroupBy(v => v.Code).Select(v => v.MaxBy(p => p.Version)!)];

    /// <summary>Releases whose regencies are to be watched; empty nearly always.</summary>
    internal IReadOnlyList<ReleaseReach> Watched => Current.Watched;

    /// <param name="regency">Null for the nation: what every regency has.</param>
    internal CatalogView ViewOf(RegencyCode? regency, DateOnly today) => Current.ViewOf(regency, today);

    internal PublishedService? Find(string code, int version) => Current.ByVersion.GetValueOrDefault((code, version));

    internal void Replace(IEnumerable<PublishedService> versions, IReadOnlyList<ReleaseReach>? releases = null) => Volatile.Write(ref snapshot, new Snapshot(versions, releases ?? []));

    private sealed class Snapshot
    {
        private readonly IReadOnlyList<ReleaseReach> releases;
        private readonly DateOnly[] turns;
        private readonly ConcurrentDictionary<(string Reached, int Era), CatalogView> views = new();
        private readonly ConcurrentDictionary<(RegencyCode? Regency, int Era), CatalogView> byRegency = new();

        public Snapshot(IEnumerable<PublishedService> versions, IReadOnlyList<ReleaseReach> releases)
        {
            this.releases = releases;
            ByVersion = versions.ToFrozenDictionary(s => (s.Code, s.Version));
            turns = [.. ByVersion.Values.Select(v => v.Definition.EffectiveFrom).OfType<DateOnly>().Distinct().Order()];
            Watched = [.. releases.Where(r => r.IsWatched)];
        }

        public FrozenDictionary<(string Code, int Version), PublishedService> ByVersion { get; }

        public IReadOnlyList<ReleaseReach> Watched { get; }

        public CatalogView ViewOf(RegencyCode? regency, DateOnly today)
        {
            // Days between two dates of effect are alike, and so are regencies that the same releases reach: a handful of views serves all 514.
            var era = turns.Count(t => t <= today);
            return byRegency.GetOrAdd((regency, era), key => views.GetOrAdd((Signature(key.Regency), key.Era), _ => Make(key.Regency, today)));
        }

        private string Signature(RegencyCode? regency) => string.Concat(releases.Select(r => r.Reaches(regency) ? '1' : '0'));

        private CatalogView Make(RegencyCode? regency, DateOnly today)
        {
            var reached = releases.Where(r => r.Reaches(regency)).Select(r => (r.Service, r.ServiceVersion)).ToHashSet();
            return new CatalogView(ByVersion.Values
                .Where(v => (v.NeedsNoRelease || reached.Contains((v.Code, v.Version))) && !(v.Definition.EffectiveFrom > today))
                .GroupBy(v => v.Code)
                // The law that began last holds; of two texts of the same law the newer.
                .Select(g => g.MaxBy(v => (v.Definition.EffectiveFrom ?? DateOnly.MinValue, v.Version))!));
        }
    }
}

/// <summary>The versions in force for one group of regencies on one day.</summary>
internal sealed class CatalogView
{
    public CatalogView(IEnumerable<PublishedService> inForce)
    {
        Published = [.. inForce.OrderBy(s => s.Code, StringComparer.Ordinal)];
        ByCode = Published.ToFrozenDictionary(s => s.Code, StringComparer.Ordinal);
    }

    public IReadOnlyList<PublishedService> Published { get; }

    public FrozenDictionary<string, PublishedService> ByCode { get; }
}
