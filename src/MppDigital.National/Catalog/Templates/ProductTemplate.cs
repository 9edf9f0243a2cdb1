namespace MppDigital.National.Catalog.Templates;

/// <summary>
/// What the document of a service states, in which words and in which order. Texts are Indonesian, as issued, and may hold placeholders
/// (<see cref="TemplateText"/>); a row or sentence whose answer was not given is left out, and there is no other logic.
/// </summary>
public sealed record ProductTemplate
{
    /// <summary>Heading of the document, for example <c>Surat Izin Praktik Perawat</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Leads to the name of the holder: <c>Diberikan kepada</c>.</summary>
    public required string Opening { get; init; }

    /// <summary>Whose name stands large; null: the applicant. A birth certificate names the child, a school licence the school.</summary>
    public string? Holder { get; init; }

    /// <summary>What is granted or stated, in whole sentences after the name.</summary>
    public IReadOnlyList<string> Decision { get; init; } = [];

    /// <summary>Particulars, label and value.</summary>
    public required IReadOnlyList<TemplateRow> Rows { get; init; }

    /// <summary>What the holder must keep to.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    public string? Closing { get; init; }

    /// <summary>As what the official signs: <c>Kepala {{agency.code}} {{regency}}</c>. Not printed where the law granted the document.</summary>
    public required string SignedAs { get; init; }
}

public sealed record TemplateRow
{
    public required string LabelId { get; init; }

    /// <summary>Beside the Indonesian label on the page that is read in English; never on paper.</summary>
    public required string LabelEn { get; init; }

    public required string Value { get; init; }

    /// <summary>Name of a group of the form: the row is printed once for each of its items, whose answers are <c>{{item.name}}</c>.</summary>
    public string? Each { get; init; }
}
