namespace MppDigital.National.Catalog;

/// <summary>Amounts in whole rupiah.</summary>
public sealed record Fee
{
    /// <summary><c>free</c>, <c>pnbp</c>, <c>retribusi</c>, <c>pajak_daerah</c>, <c>pajak_provinsi</c> or <c>tarif</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Null where it depends on the case or on the regency.</summary>
    public required long? AmountIdr { get; init; }

    public IReadOnlyList<FeeVariant> Variants { get; init; } = [];

    public required string Basis { get; init; }

    public required bool LocalOverride { get; init; }

    public string? OverrideNeeds { get; init; }

    public string Note { get; init; } = "";
}

public sealed record FeeVariant
{
    public required string Name { get; init; }

    public required string NameEn { get; init; }

    public required long? AmountIdr { get; init; }
}
