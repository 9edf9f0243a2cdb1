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

    /// <summary>How the amount comes about; null where <see cref="AmountIdr"/>, or the regency's tariff, is all there is to it.</summary>
    public FeeFormula? Formula { get; init; }

    /// <summary>From when on it is owed.</summary>
    public FeeDue Due { get; init; } = FeeDue.BeforeDecision;

    /// <summary>The legal clock stands still while the fee is owed.</summary>
    public bool PausesClock { get; init; }

    /// <summary>What was paid goes back when the application is withdrawn or refused.</summary>
    public bool Refundable { get; init; }

    public string Note { get; init; } = "";
}

public sealed record FeeVariant
{
    public required string Name { get; init; }

    public required string NameEn { get; init; }

    public required long? AmountIdr { get; init; }
}

/// <summary>Each begins to be owed when the file is complete, except the last; they differ in what waits for the money.</summary>
public enum FeeDue
{
    /// <summary>Nobody takes the file before it is paid.</summary>
    BeforeWork,

    /// <summary>The file is worked on; nobody approves before it is paid.</summary>
    BeforeDecision,

    /// <summary>Owed from the approval on; the document is handed out when it is paid.</summary>
    BeforeHandover,
}
