using MppDigital.National.Search;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Catalog;

/// <summary>Searches the published services of the nation by what people call them, or lists those of a life event.</summary>
public sealed record SearchServices(string? Words = null, string? LifeEvent = null, string? Agency = null, int Limit = 20);

/// <param name="Guessed">Nothing fits; these are the nearest.</param>
public sealed record FoundServices(IReadOnlyList<PublishedService> Items, bool Guessed);

internal sealed class SearchServicesHandler(IServiceCatalog catalog) : IUseCase<SearchServices, FoundServices>
{
    private const int MaxLimit = 200;
    private const int Guesses = 3;

    // Words that every second question holds and no service is told by.
    private static readonly HashSet<string> Empty = ["cara", "buat", "membuat", "urus", "mengurus", "bikin", "surat", "baru", "saya", "untuk", "di", "dan", "yang", "how", "to", "a", "the", "my"];

    public Task<Outcome<FoundServices>> HandleAsync(SearchServices input, CancellationToken ct) => Task.FromResult<Outcome<FoundServices>>(Find(input));

    private FoundServices Find(SearchServices input)
    {
        var limit = Math.Clamp(input.Limit, 1, MaxLimit);
        var all = catalog.Published.Where(s => (input.LifeEvent is null || s.Definition.LifeEvents.Contains(input.LifeEvent)) && (input.Agency is null || s.Definition.Agency.Code == input.Agency)).ToList();
        var words = Meaningful(SearchText.Words(input.Words));
        if (words.Count == 0) return new FoundServices(all.Take(limit).ToList(), false);

        var ranked = all.Select(s => (Service: s, Ranks: words.Select(w => Rank(s.Definition, w)).ToList())).ToList();
        var whole = ranked.Where(r => r.Ranks.All(n => n > 0)).ToList();
        if (whole.Count > 0) return new FoundServices(Best(whole, limit), false);
        var part = ranked.Where(r => r.Ranks.Any(n => n > 0)).ToList();
        return part.Count > 0
            ? new FoundServices(Best(part, Math.Min(limit, Guesses)), true)
            : new FoundServices(all.OrderBy(s => Mistakes(s.Definition, string.Concat(words))).Take(Math.Min(limit, Guesses)).ToList(), true);
    }

    private static List<PublishedService> Best(IEnumerable<(PublishedService Service, List<int> Ranks)> ranked, int limit) =>
        [.. ranked.OrderByDescending(r => r.Ranks.Sum()).ThenBy(r => r.Service.Code, StringComparer.Ordinal).Take(limit).Select(r => r.Service)];

    private static IReadOnlyList<string> Meaningful(IReadOnlyList<string> words) => words.Where(w => !Empty.Contains(w)).ToList() is { Count: > 0 } kept ? kept : words;

    private static int Rank(ServiceDefinition service, string word)
    {
        if (SearchText.Words(service.Code).Contains(word) || service.Keywords.Contains(word)) return 6;
        if (Begins(service.ShortName, word)) return 5;
        if (Begins(service.NameId, word) || Begins(service.NameEn, word)) return 4;
        if (service.Keywords.Any(k => k.StartsWith(word, StringComparison.Ordinal))) return 3;
        return Begins(service.DescriptionId, word) || Begins(service.DescriptionEn, word) || Begins(service.Agency.Name, word) || service.Agency.Code.Equals(word, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
    }

    private static bool Begins(string text, string word) => SearchText.Words(text).Any(w => w.StartsWith(word, StringComparison.Ordinal));

    private static int Mistakes(ServiceDefinition service, string typed) =>
        service.Keywords.Append(string.Concat(SearchText.Words(service.ShortName))).Min(k => SearchText.Distance(typed, k));
}
