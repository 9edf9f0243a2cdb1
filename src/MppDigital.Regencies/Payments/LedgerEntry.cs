namespace MppDigital.Regencies.Payments;

/// <summary>Where money is, seen from the regency.</summary>
internal enum LedgerAccount
{
    /// <summary>What applicants owe.</summary>
    Receivable,

    /// <summary>What the regency has earned.</summary>
    Revenue,

    /// <summary>What the provider holds for the regency.</summary>
    Clearing,

    /// <summary>What the regency owes to payers: paid twice, too much, or given back.</summary>
    Deposits,
}

internal enum PostingKind
{
    Charge,
    Receipt,
    Surplus,
    Refund,
}

/// <summary>One line of the ledger; lines of one <see cref="Source"/> add up to zero. Written once, never changed: what was wrong is posted back.</summary>
internal sealed class LedgerEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid BillId { get; init; }

    /// <summary>What is posted: a bill's charge by its count, or a payment's receipt or refund. Together with the account unique, so that nothing is posted twice.</summary>
    public string Source { get; init; } = "";

    public PostingKind Kind { get; init; }

    public LedgerAccount Account { get; init; }

    /// <summary>Whole rupiah: debit above zero, credit below.</summary>
    public long AmountIdr { get; init; }

    public DateTime At { get; init; }
}
