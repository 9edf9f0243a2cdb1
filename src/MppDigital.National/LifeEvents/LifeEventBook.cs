using MppDigital.National.Catalog;

namespace MppDigital.National.LifeEvents;

/// <summary>The life events that run with the services in force; one that a new version of a service broke is not offered until it is mended.</summary>
/// <param name="read">Reads what is written, once.</param>
public sealed class LifeEventBook(IServiceCatalog catalog, Func<IReadOnlyList<LifeEventDefinition>> read)
{
    private readonly Lazy<IReadOnlyList<LifeEventDefinition>> written = new(read);
    private Made? made;

    public IReadOnlyList<LifeEvent> All
    {
        get
        {
            var published = catalog.Published;
            if (Volatile.Read(ref made) is { } kept && ReferenceEquals(kept.Of, published)) return kept.Events;
            var byCode = published.ToDictionary(p => p.Code, StringComparer.Ordinal);
            var fresh = new Made(published, [.. written.Value.Where(d => LifeEventRules.Check(d, code => byCode.GetValueOrDefault(code)?.Definition).Count == 0).Select(d => Of(d, byCode))]);
            Volatile.Write(ref made, fresh);
            return fresh.Events;
        }
    }

    public LifeEvent? Find(string code) => All.FirstOrDefault(e => e.Code == code);

    private static LifeEvent Of(LifeEventDefinition definition, Dictionary<string, PublishedService> byCode) =>
        new(definition, [.. definition.Services.Select(s => new LifeEventPart(s, byCode[s.Code]))]);

    private sealed record Made(IReadOnlyList<PublishedService> Of, IReadOnlyList<LifeEvent> Events);
}
