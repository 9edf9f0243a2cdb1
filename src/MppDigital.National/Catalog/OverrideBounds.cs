namespace MppDigital.National.Catalog;

/// <summary>How far a regency may go where <see cref="ServiceDefinition.RegencyMayOverride"/> opens something. What is not named here is closed, and a shorter promise is open down to 0 days.</summary>
public sealed record OverrideBounds
{
    /// <summary>The shortest promise a regency may make, in working days: what a sound check needs at least.</summary>
    public int ShortestWorkingDays { get; init; }

    /// <summary>Null: the amount is not the regency's to set.</summary>
    public TariffBounds? Tariff { get; init; }

    /// <summary>A regional regulation may ask for more than the nation does (reklame does; a practice licence never).</summary>
    public bool AdditionalRequirement { get; init; }
}

/// <summary>In whole rupiah, both ends included.</summary>
public sealed record TariffBounds
{
    public required long MinimumIdr { get; init; }

    public required long MaximumIdr { get; init; }
}
