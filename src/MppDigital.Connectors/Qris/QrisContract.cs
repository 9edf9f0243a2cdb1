namespace MppDigital.Connectors.Qris;

// Payment providers agree their interface with each merchant and publish none. Ours asks for four things and is told one; what an agreement says
// otherwise is changed in this file, in QrisSignature and nowhere else. Amounts are whole rupiah, instants RFC 3339.

internal static class QrisPaths
{
    public const string Create = "qris/bills";
    public const string Status = "qris/bills/status";
    public const string Refund = "qris/refunds";
    public const string Statement = "qris/statement";
}

/// <summary>Asked again with the same reference it gives the same code.</summary>
internal sealed record QrisCreate(string Merchant, string Reference, long Amount, string Currency, DateTimeOffset ExpiresAt, string Callback);

internal sealed record QrisAsk(string Merchant, string Reference);

/// <summary>Asked again with the same reference it gives the money back once.</summary>
internal sealed record QrisGiveBack(string Merchant, string Reference, long Amount);

internal sealed record QrisStatementAsk(string Merchant, DateOnly From, DateOnly To);

internal sealed record QrisBill(string? Reference, string? ProviderReference, string? Status, long? Amount, string? Currency, DateTimeOffset? At, string? Payload, DateTimeOffset? ExpiresAt);

internal sealed record QrisStatementPage(QrisBill[]? Items);
