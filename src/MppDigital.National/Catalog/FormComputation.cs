namespace MppDigital.National.Catalog;

/// <summary>
/// An answer that the platform works out from earlier ones: <c>{ "by": "product", "of": ["ukuran_p", "ukuran_l"] }</c>. Nobody types it, and one that
/// a client sends must equal ours.
/// </summary>
public sealed record FormComputation
{
    public required ComputeBy By { get; init; }

    /// <summary>Names of fields asked before; of a sum also <c>group.member</c>, which adds that member up over all items.</summary>
    public required IReadOnlyList<string> Of { get; init; }
}

public enum ComputeBy
{
    /// <summary>Of what is answered; nothing answered gives no value.</summary>
    Sum,

    /// <summary>Of all; one that is missing gives no value.</summary>
    Product,

    /// <summary>The first less the second.</summary>
    Difference,

    /// <summary>How many items a group or list has.</summary>
    Count,

    /// <summary>Days from the first date to the second, both counted: a permit from 1 to 31 October has 31.</summary>
    DaysBetween,
}
