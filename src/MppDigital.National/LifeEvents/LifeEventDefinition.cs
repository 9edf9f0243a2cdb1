using System.Text.Json;

namespace MppDigital.National.LifeEvents;

/// <summary>
/// What happens in a life, and the services that it needs, in order. Each service keeps its own definition, clock and decision; here stands only
/// how one form serves them all. Written as <c>tenants-seed/life-events/&lt;code&gt;.json</c>, snake_case, nothing unknown.
/// </summary>
public sealed record LifeEventDefinition
{
    /// <summary>Small letters, as in the services' <c>life_events</c>: <c>birth</c>.</summary>
    public required string Code { get; init; }

    public required string NameId { get; init; }

    public required string NameEn { get; init; }

    public required string ShortId { get; init; }

    public required string ShortEn { get; init; }

    public required string DescriptionId { get; init; }

    public required string DescriptionEn { get; init; }

    public required IReadOnlyList<string> LegalBasis { get; init; }

    public required IReadOnlyList<BundledService> Services { get; init; }
}

/// <summary>One service of a life event, and how the common form answers it.</summary>
public sealed record BundledService
{
    public required string Code { get; init; }

    /// <summary>Asked first; "no" leaves the service out. Null: always part of the event.</summary>
    public BundleQuestion? Question { get; init; }

    /// <summary>Answers that follow from the event itself, by field, such as "add a member" on the family card after a birth.</summary>
    public IReadOnlyDictionary<string, JsonElement> Given { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Fields that nobody can know before another service of the event is decided, with the code of that service: the child's NIK.</summary>
    public IReadOnlyDictionary<string, string> Later { get; init; } = new Dictionary<string, string>();

    /// <summary>Requirements that the product of another service of the event meets, with its code.</summary>
    public IReadOnlyDictionary<string, string> Proven { get; init; } = new Dictionary<string, string>();

    /// <summary>Own field to field of the common form, where the same thing has two names or one name means two things. Equal name, type and source are shared by themselves.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>The same for requirements: own code to code in the common form.</summary>
    public IReadOnlyDictionary<string, string> Documents { get; init; } = new Dictionary<string, string>();

    /// <summary>Optional requirements that cannot arise in this event, such as the photograph of a child of five.</summary>
    public IReadOnlyList<string> Omitted { get; init; } = [];

    /// <summary>Services whose product this one waits for.</summary>
    public IEnumerable<string> WaitsFor => Later.Values.Concat(Proven.Values).Distinct();

    public string CommonField(string own) => Fields.GetValueOrDefault(own, own);

    public string CommonDocument(string own) => Documents.GetValueOrDefault(own, own);
}

public sealed record BundleQuestion
{
    /// <summary>Name of the answer in the common form.</summary>
    public required string Name { get; init; }

    public required string LabelId { get; init; }

    public required string LabelEn { get; init; }

    public string? HelpId { get; init; }

    public string? HelpEn { get; init; }
}
