using System.Text.Json.Serialization;

namespace MppDigital.National.Catalog;

public sealed record FormField
{
    /// <summary>Key of the answer; unique within its service.</summary>
    public required string Name { get; init; }

    /// <summary>Indonesian.</summary>
    public required string Label { get; init; }

    public required string LabelEn { get; init; }

    public string? HelpId { get; init; }

    public string? HelpEn { get; init; }

    /// <summary>One of <see cref="FieldTypes.All"/>.</summary>
    public required string Type { get; init; }

    public required bool Required { get; init; }

    public required FieldValidation Validation { get; init; }

    /// <summary>Where the answer is already held; null when only the citizen knows it.</summary>
    public required string? Source { get; init; }

    public required bool Prefilled { get; init; }

    /// <summary>False: a prefilled answer may not be changed, unless its source was silent.</summary>
    public required bool Editable { get; init; }

    /// <summary>Step of the form: <c>identity</c>, <c>contact</c> or <c>details</c>.</summary>
    public required string Group { get; init; }

    public IReadOnlyList<FieldOption>? Options { get; init; }

    /// <summary>Key of the <see cref="FormSection"/> that asks it; null where the form names no sections.</summary>
    public string? Section { get; init; }

    /// <summary>Asked only when this holds: else it is not shown, not required and not stored. Null: always asked.</summary>
    public FormCondition? ShowWhen { get; init; }

    /// <summary>An answer that is else left to the applicant is needed when this holds.</summary>
    public FormCondition? RequiredWhen { get; init; }

    /// <summary>The platform works the answer out; nobody types it.</summary>
    public FormComputation? Compute { get; init; }

    /// <summary>The answer is about the person and may serve other services; null: as <see cref="Source"/> says.</summary>
    public FactReuse? Reuse { get; init; }

    /// <summary>Of a <c>group</c>: what each of its items asks. How many items there may be stands in <see cref="Validation"/>.</summary>
    public IReadOnlyList<FormField>? Fields { get; init; }

    /// <summary>Of a <c>group</c>: the member that no two items may share, such as a NIK.</summary>
    public string? UniqueBy { get; init; }

    [JsonIgnore]
    public bool IsGroup => Type == FieldTypes.Group;
}

public sealed record FieldOption
{
    public required string Value { get; init; }

    public required string LabelId { get; init; }

    public required string LabelEn { get; init; }
}

/// <summary>Bounds of an answer, in the words of JSON Schema; of a list, <see cref="Pattern"/> and <see cref="Rule"/> hold for each item.</summary>
public sealed record FieldValidation
{
    public string? Pattern { get; init; }

    /// <summary>One of <see cref="FieldTypes.Rules"/>.</summary>
    public string? Rule { get; init; }

    public string? Format { get; init; }

    [JsonPropertyName("maxLength")]
    public int? MaxLength { get; init; }

    [JsonPropertyName("minWords")]
    public int? MinWords { get; init; }

    [JsonPropertyName("notFuture")]
    public bool NotFuture { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    [JsonPropertyName("exclusiveMinimum")]
    public decimal? ExclusiveMinimum { get; init; }

    [JsonPropertyName("minItems")]
    public int? MinItems { get; init; }

    [JsonPropertyName("maxItems")]
    public int? MaxItems { get; init; }
}
