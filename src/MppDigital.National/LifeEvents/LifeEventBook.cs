using System.Runtime.CompilerServices;
using MppDigital.National.Catalog;

namespace MppDigital.National.LifeEvents;

/// <summary>What is written of life events, read once for the whole process, with what each catalog in force makes of it.</summary>
/// <param name="read">Reads the files.</param>
public sealed class LifeEventsWritten(Func<IReadOnlyList<LifeEventDefinition>> read)
{
    private readonly Lazy<IReadOnlyList<LifeEventDefinition>> written = new(read);
    // Goes when its catalog goes.
    private readonly ConditionalWeakTable<IReadOnlyList<PublishedService>, IReadOnlyList<LifeEvent>> made = [];

    internal IReadOnlyList<LifeEvent> With(IReadOnlyList<PublishedService> published) => made.GetValue(published, Make);

    private IReadOnlyList<LifeEvent> Make(IReadOnlyList<PublishedService> published)
    {
        var byCode = published.ToDictionary(p => p.Code, StringComparer.Ordinal);
        return [.. written.Value.Where(d => LifeEventRules.Check(d, code => byCode.GetValueOrDefault(code)?.Definition).Count == 0).Select(d => Of(d, byCode))];
    }

    private static LifeEvent Of(LifeEventDefinition definition, Dictionary<string, PublishedService> byCode) =>
        new(definition, [.. definition.Services.Select(s => new LifeEventPart(s, byCode[s.Code]))]);
}

/// <summary>The life events that run with the services in force here; one that a new version of a service broke is not offered until it is mended.</summary>
public sealed class LifeEventBook(IServiceCatalog catalog, LifeEventsWritten written)
{
    public IReadOnlyList<LifeEvent> All => written.With(catalog.Published);

    public LifeEvent? Find(string code) => All.FirstOrDefault(e => e.Code == code);
}
