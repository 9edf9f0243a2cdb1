namespace MppDigital.Connectors.Qris;

/// <summary>What the provider says of one payment, in a callback, asked for, or in its statement.</summary>
/// <param name="Reference">Ours.</param>
/// <param name="At">When it happened, by the provider's clock.</param>
public sealed record QrisReport(string Reference, string ProviderReference, QrisStatus Status, long AmountIdr, DateTimeOffset At)
{
    /// <summary>ISO 4217; the contract of the callback leaves it out where it is rupiah.</summary>
    public string Currency { get; init; } = Rupiah;

    public const string Rupiah = "IDR";
}

public enum QrisStatus
{
    Pending,
    Paid,
    Failed,
    Expired,
    Refunded,
}

/// <summary>A code that can be paid now.</summary>
public sealed record QrisCode(string ProviderReference, string Payload, DateTime ExpiresAt);

/// <summary>A merchant's agreement with the provider.</summary>
/// <param name="Secret">Signs calls in both directions.</param>
public sealed record QrisMerchant(string Id, string Nmid, string Secret)
{
    public override string ToString() => $"merchant {Id}";
}
