namespace MppDigital.National.Catalog;

public sealed record ProcessingTime
{
    /// <summary>The national promise; a regency may only shorten it.</summary>
    public required int CatalogStandardWorkingDays { get; init; }

    public required string LegalMaximum { get; init; }

    public required IReadOnlyList<ObservedTime> Observed { get; init; }

    public required string ClockStarts { get; init; }

    /// <summary>Null where silence never means yes.</summary>
    public required DeemedApproval? DeemedApproval { get; init; }
}

public sealed record ObservedTime
{
    public required string Place { get; init; }

    public required string Value { get; init; }
}

/// <summary>Approval by law when the limit passes without a decision (UU 30/2014 art. 53 as amended by UU 6/2023).</summary>
public sealed record DeemedApproval
{
    public required bool Applies { get; init; }

    /// <summary>Null where another system counts.</summary>
    public required int? AfterWorkingDays { get; init; }

    public required string Effect { get; init; }

    public required string Basis { get; init; }
}
