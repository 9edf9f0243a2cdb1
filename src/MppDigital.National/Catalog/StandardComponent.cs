namespace MppDigital.National.Catalog;

/// <summary>One of the 14 components of a service standard (UU 25/2009 art. 21; Permen PANRB 15/2014).</summary>
public sealed record StandardComponent
{
    public required int Order { get; init; }

    public required string Code { get; init; }

    /// <summary><c>service-delivery</c> (1 to 6, must be published) or <c>manufacturing</c> (7 to 14).</summary>
    public required string Group { get; init; }

    public required string NameId { get; init; }

    public required string NameEn { get; init; }

    /// <summary><c>definition:member</c> where each service has its own content, <c>national</c> where the text holds for all.</summary>
    public required string Source { get; init; }

    public required string? TextId { get; init; }

    public required string? TextEn { get; init; }
}
