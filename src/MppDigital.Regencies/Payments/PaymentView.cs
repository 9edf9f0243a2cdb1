using MppDigital.Platform.Tenancy;

namespace MppDigital.Regencies.Payments;

/// <summary>What one application owes, as its owner sees it.</summary>
/// <param name="State"><c>due</c>, <c>pending</c>, <c>paid</c>, <c>expired</c>, <c>failed</c>, <c>refund-asked</c> or <c>refunded</c>; <c>cancelled</c> where nothing is owed and nothing was paid.</param>
/// <param name="Amount">Whole rupiah of the present attempt: what is to be paid, or was paid.</param>
/// <param name="Qris">Text of the code while it can be paid, else null.</param>
/// <param name="Reference">Of the present attempt; stands on the receipt and in the code. Null before the first.</param>
/// <param name="Refund">Whole rupiah that go back; 0 for none.</param>
public sealed record PaymentView(
    Guid Id, string Application, string Service, string State, long Amount, string? Qris, DateTimeOffset? ExpiresAt, DateTimeOffset DueAt, DateTimeOffset? PaidAt, string? Reference, string? ProviderReference, long Refund,
    DateTimeOffset? RefundedAt, long Version)
{
    /// <summary>There is something to pay now.</summary>
    public bool IsOwed => State is "due" or "pending" or "expired" or "failed";

    internal static PaymentView Of(Bill bill, Regency regency, DateTime now)
    {
        DateTimeOffset At(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), regency.Zone);
        DateTimeOffset? AtOrNull(DateTime? utc) => utc is { } instant ? At(instant) : null;

        // While something is owed the attempt to pay it is what counts, not money that covered less.
        var latest = bill.OwedIdr > 0 ? bill.Payments.Where(p => !p.State.HasMoney() && p.AmountIdr == bill.OwedIdr).MaxBy(p => p.Try) : bill.Latest;
        var state = bill.OwedIdr > 0 ? (latest?.StateAt(now) ?? PaymentState.Due).Wire() : latest is { State: var ended } && ended.HasMoney() ? ended.Wire() : "cancelled";
        return new PaymentView(
            bill.Id, bill.Number, bill.Service, state, bill.OwedIdr > 0 ? bill.OwedIdr : latest?.AmountIdr ?? 0, state == "pending" ? latest!.Payload : null, state == "pending" ? AtOrNull(latest!.ExpiresAt) : null,
            At(bill.DueAt), AtOrNull(latest?.PaidAt), latest?.Reference, latest?.ProviderReference, latest?.RefundIdr ?? 0, AtOrNull(latest?.RefundedAt), bill.Version);
    }
}
