using MppDigital.Platform.Tenancy;

namespace MppDigital.National.Catalog.Releases;

/// <summary>The regencies of releases on their way, by the copy in memory: asked for each request, so it must cost nothing.</summary>
public sealed class WatchedRegencies(PublishedCatalog catalog)
{
    public bool IsEmpty => catalog.Watched.Count == 0;

    public bool Contains(RegencyCode regency) => catalog.Watched.Any(r => r.Reaches(regency));

    /// <summary>Codes with the instant of the last step: what a regency told before says nothing of it.</summary>
    public IReadOnlyDictionary<string, DateTime> All =>
        catalog.Watched.SelectMany(r => r.Reached.Except(r.TakenBack).Select(code => (Code: code, r.ChangedAt))).GroupBy(r => r.Code).ToDictionary(g => g.Key, g => g.Max(r => r.ChangedAt));
}
