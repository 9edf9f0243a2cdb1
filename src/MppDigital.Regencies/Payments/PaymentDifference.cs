namespace MppDigital.Regencies.Payments;

/// <summary>Something that the provider told and we could not book: kept until a named person has looked at it. No personal data is in it.</summary>
internal sealed class PaymentDifference
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The same thing told again is the same difference.</summary>
    public string Key { get; init; } = "";

    /// <summary><c>unknown-reference</c>, <c>reference-reused</c>, <c>wrong-amount</c>, <c>wrong-currency</c>, <c>unasked-refund</c>, <c>not-in-statement</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary><c>callback</c>, <c>status</c> or <c>statement</c>.</summary>
    public string Origin { get; init; } = "";

    public string Reference { get; init; } = "";

    public string ProviderReference { get; init; } = "";

    public string Status { get; init; } = "";

    public long? ExpectedIdr { get; init; }

    public long ReportedIdr { get; init; }

    public DateTime At { get; init; }

    public DateTime? ResolvedAt { get; private set; }

    public string ResolvedBy { get; private set; } = "";

    /// <summary>Encrypted: what was found out.</summary>
    public byte[] Note { get; private set; } = [];

    public void Resolve(string by, byte[] note, DateTime at) => (ResolvedAt, ResolvedBy, Note) = (at, by, note);
}

/// <summary>This regency's agreement with its payment provider; one row.</summary>
internal sealed class PaymentAccount
{
    public int Id { get; init; } = 1;

    /// <summary>Under which the provider knows the regency.</summary>
    public string Merchant { get; set; } = "";

    /// <summary>Of the national QRIS repository: ID and 13 digits.</summary>
    public string Nmid { get; set; } = "";

    /// <summary>Encrypted; signs our calls and the provider's callbacks.</summary>
    public byte[] Secret { get; set; } = [];

    public DateTime ChangedAt { get; set; }
}
