using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors;
using MppDigital.Connectors.Qris;
using MppDigital.Platform.Events;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Payments;

/// <summary>Tells the provider to give money back, as often as it takes: the same reference gives it back once.</summary>
internal sealed class SendRefund(IDbContextFactory<RegencyDbContext> contexts, PaymentAccounts accounts, QrisClient provider, BookReport booking) : IOutboxHandler
{
    public const string PayloadKind = "send-refund";

    public string Kind => PayloadKind;

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var id = JsonSerializer.Deserialize<Payload>(payload)!.PaymentId;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { State: PaymentState.RefundAsked, RefundOrderedAt: not null } payment) return;
        var merchant = await accounts.FindAsync(db, ct) ?? throw new InvalidOperationException("The regency has no agreement with a payment provider.");
        var answer = await provider.RefundAsync(merchant, payment.Reference, payment.RefundIdr, ct);
        // Not done yet is no failure of ours: the row is tried again, and the provider may also call back.
        if (answer is not Lookup<QrisReport>.Found { Data: { Status: QrisStatus.Refunded } report }) throw new InvalidOperationException("The provider has not given the money back yet.");
        if (await booking.BookAsync(report, "status", ct) is { Succeeded: false, Problem: var problem }) throw new InvalidOperationException($"The refund was not booked: {problem.Code}.");
    }

    internal sealed record Payload(Guid PaymentId);
}
