using MppDigital.National.Search;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Registry;

/// <summary>Finds regencies by words of their name, by province, or by distance. In memory: nothing is read.</summary>
/// <param name="Words">Part of a name, as typed; small mistakes are forgiven when nothing fits.</param>
/// <param name="Near">Sorts by distance from here.</param>
public sealed record FindRegencies(string? Words = null, string? Province = null, GeoPoint? Near = null, int Limit = 20);

public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>Kilometres over the sphere; good enough to say which town is nearer.</summary>
    public double DistanceTo(GeoPoint other)
    {
        const double EarthRadius = 6371;
        var (a, b) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var (dLat, dLon) = (b - a, double.DegreesToRadians(other.Longitude - Longitude));
        var h = Math.Pow(Math.Sin(dLat / 2), 2) + (Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(dLon / 2), 2));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}

/// <param name="Guessed">No name has these words; these are the nearest spellings.</param>
public sealed record FoundRegencies(IReadOnlyList<FoundRegency> Items, bool Guessed);

public sealed record FoundRegency(Regency Regency, double? Kilometres);

internal sealed class FindRegenciesHandler(ITenantDirectory directory) : IUseCase<FindRegencies, FoundRegencies>
{
    private const int MaxLimit = 514;

    public Task<Outcome<FoundRegencies>> HandleAsync(FindRegencies input, CancellationToken ct) => Task.FromResult<Outcome<FoundRegencies>>(Find(input));

    private FoundRegencies Find(FindRegencies input)
    {
        var limit = Math.Clamp(input.Limit, 1, MaxLimit);
        var all = directory.All.Where(r => string.IsNullOrEmpty(input.Province) || r.ProvinceCode == input.Province || r.Province.Equals(input.Province, StringComparison.OrdinalIgnoreCase)).ToList();
        if (RegencyCode.TryParse(input.Words?.Trim(), out var code) && all.Find(r => r.Code == code) is { } named) return new FoundRegencies([new FoundRegency(named, null)], false);
        var words = SearchText.Words(input.Words);
        if (words.Count == 0) return new FoundRegencies(Sorted(all, input.Near).Take(limit).ToList(), false);

        var fitting = all.Select(r => (Regency: r, Rank: Rank(r, words))).Where(r => r.Rank > 0).OrderByDescending(r => r.Rank).ThenBy(r => r.Regency.Code.Value, StringComparer.Ordinal).Select(r => r.Regency).ToList();
        if (fitting.Count > 0) return new FoundRegencies(Sorted(fitting, input.Near).Take(limit).ToList(), false);
        var typed = string.Concat(words);
        var near = all.Select(r => (Regency: r, Mistakes: Mistakes(r, typed)))
            .Where(r => r.Mistakes <= 1 + (typed.Length / 4)).OrderBy(r => r.Mistakes).ThenBy(r => r.Regency.Code.Value, StringComparer.Ordinal).Select(r => r.Regency);
        return new FoundRegencies(Sorted([.. near], null).Take(Math.Min(limit, 5)).ToList(), true);
    }

    private static IEnumerable<FoundRegency> Sorted(List<Regency> regencies, GeoPoint? near) => near is { } here
        ? regencies.Select(r => new FoundRegency(r, Math.Round(here.DistanceTo(new GeoPoint(r.Latitude, r.Longitude)), 1))).OrderBy(r => r.Kilometres)
        : regencies.Select(r => new FoundRegency(r, null));

    /// <summary>Every word must begin a word of name, code or province; whole words of the name count most.</summary>
    private static int Rank(Regency regency, IReadOnlyList<string> words)
    {
        var name = SearchText.Words(regency.Name);
        var rank = 0;
        foreach (var word in words)
        {
            var best = name.Contains(word) ? 4
                : regency.Slug == word ? 4
                : name.Any(n => n.StartsWith(word, StringComparison.Ordinal)) ? 3
                : SearchText.Words(regency.Province).Any(p => p.StartsWith(word, StringComparison.Ordinal)) ? 1
                : 0;
            if (best == 0) return 0;
            rank += best;
        }

        return rank;
    }

    private static int Mistakes(Regency regency, string typed)
    {
        var name = SearchText.Words(regency.Name);
        return Math.Min(SearchText.Distance(typed, string.Concat(name.Skip(1))), Math.Min(SearchText.Distance(typed, string.Concat(name)), SearchText.Distance(typed, regency.Slug)));
    }
}
