namespace MppDigital.National.Catalog;

/// <summary>The rule that one element of a definition rests on.</summary>
public sealed record LegalReference
{
    /// <summary>JSON pointer (RFC 6901) into the definition, for example <c>/processing_time/deemed_approval</c>.</summary>
    public required string Element { get; init; }

    /// <summary>For example <c>UU 30/2014</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>Article, for example <c>art. 53</c>.</summary>
    public required string Article { get; init; }

    /// <summary>Since when the rule holds; null where nobody looked it up.</summary>
    public DateOnly? EffectiveFrom { get; init; }
}
