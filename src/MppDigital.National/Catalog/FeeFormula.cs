namespace MppDigital.National.Catalog;

/// <summary>
/// A fee worked out from the answers as filed, from options and from the regency's tariff. The value is taken as exact, never below zero, and
/// rounded once at the end.
/// </summary>
public sealed record FeeFormula
{
    public required FeeTerm Value { get; init; }

    /// <summary>One sentence for the citizen: what is multiplied by what.</summary>
    public required string ExplainId { get; init; }

    public required string ExplainEn { get; init; }

    /// <summary>What the regency's tariff is the price of, such as <c>Nilai sewa per m² per hari</c>; empty where the formula takes none.</summary>
    public string TariffId { get; init; } = "";

    public string TariffEn { get; init; } = "";

    public required FeeRounding Rounding { get; init; }

    /// <summary>In rupiah: 1, or the step to which a regulation rounds.</summary>
    public int RoundTo { get; init; } = 1;
}

/// <summary>One part of a formula: exactly one of its members is set. A part that needs an answer which is not there has no value.</summary>
public sealed record FeeTerm
{
    /// <summary>A number: rupiah, or a share such as 0.25.</summary>
    public decimal? Amount { get; init; }

    /// <summary>A number that was answered; <c>group.member</c> adds that member up over all items.</summary>
    public string? Field { get; init; }

    /// <summary>The amount of the option that was chosen.</summary>
    public FeeChoice? Choice { get; init; }

    /// <summary>True: what the regency set, within the national bounds.</summary>
    public bool Tariff { get; init; }

    /// <summary>Of those that have a value.</summary>
    public IReadOnlyList<FeeTerm>? Sum { get; init; }

    /// <summary>Of all.</summary>
    public IReadOnlyList<FeeTerm>? Product { get; init; }

    /// <summary>The first less the second.</summary>
    public IReadOnlyList<FeeTerm>? Difference { get; init; }

    public IReadOnlyList<FeeTerm>? Least { get; init; }

    public IReadOnlyList<FeeTerm>? Greatest { get; init; }

    /// <summary>The first that has a value: an answer that only some are asked, else another.</summary>
    public IReadOnlyList<FeeTerm>? First { get; init; }

    /// <summary>The parts below, by the name of their member; null for a number, an answer, an option and the tariff.</summary>
    internal (string Name, IReadOnlyList<FeeTerm> Terms)? Below() =>
        Sum is { } sum ? ("sum", sum) : Product is { } product ? ("product", product) : Difference is { } pair ? ("difference", pair)
        : Least is { } least ? ("least", least) : Greatest is { } greatest ? ("greatest", greatest) : First is { } first ? ("first", first) : null;

    /// <summary>This part and every one below it.</summary>
    public IEnumerable<FeeTerm> Nodes() => [this, .. (Below()?.Terms ?? []).SelectMany(t => t.Nodes())];
}

public sealed record FeeChoice
{
    /// <summary>Name of a field with options.</summary>
    public required string Field { get; init; }

    /// <summary>Every option once.</summary>
    public required IReadOnlyList<FeeOption> Amounts { get; init; }
}

public sealed record FeeOption
{
    public required string Value { get; init; }

    public required decimal Amount { get; init; }
}

public enum FeeRounding
{
    Down,

    /// <summary>Half a step goes up.</summary>
    Nearest,
    Up,
}
