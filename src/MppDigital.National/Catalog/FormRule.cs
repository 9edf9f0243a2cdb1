namespace MppDigital.National.Catalog;

/// <summary>What answers may not say together, such as an end before the beginning. The field it marks is shown with the message.</summary>
public sealed record FormRule
{
    public required FormCondition RefuseWhen { get; init; }

    /// <summary>Name of the field to mend.</summary>
    public required string Field { get; init; }

    /// <summary>What to write instead, in Indonesian.</summary>
    public required string MessageId { get; init; }

    public required string MessageEn { get; init; }
}

/// <summary>A page of the form with a title of its own; its fields name it by <see cref="FormField.Section"/>.</summary>
public sealed record FormSection
{
    /// <summary>Last part of the page's address: small letters, digits and hyphens.</summary>
    public required string Key { get; init; }

    public required string TitleId { get; init; }

    public required string TitleEn { get; init; }

    public string? HelpId { get; init; }

    public string? HelpEn { get; init; }
}
