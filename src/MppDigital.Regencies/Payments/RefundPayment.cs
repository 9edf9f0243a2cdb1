using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Payments;

/// <summary>
/// The admin sends money back: what goes back by itself (paid twice, withdrawn) is confirmed; any other payment is given back in whole and its fee
/// waived, for a reason. A fresh second factor in both cases; the provider is told by the outbox.
/// </summary>
/// <param name="Version">From If-Match.</param>
public sealed record RefundPayment(StaffMember Staff, Guid Payment, string Reason, long? Version);

internal sealed class RefundPaymentHandler(IDbContextFactory<RegencyDbContext> contexts, RegencySecrets secrets, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IUseCase<RefundPayment, PaymentRow>
{
    private const int ShortestReason = 10;
    private const int LongestReason = 500;

    public async Task<Outcome<PaymentRow>> HandleAsync(RefundPayment input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        var reason = input.Reason.Trim();
        if (reason.Length is < ShortestReason or > LongestReason || !Platform.Identification.UnicodeText.IsPlain(reason)) return Problems.Reason("/reason");
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Bills.Include(b => b.Payments).SingleOrDefaultAsync(b => b.Payments.Any(p => p.Id == input.Payment), ct) is not { } bill) return Problems.UnknownPayment;
        var payment = bill.Payments.Single(p => p.Id == input.Payment);
        var now = clock.GetUtcNow().UtcDateTime;
        PaymentRow Row() => ListPaymentsHandler.RowOf(payment, bill.Number, bill.Service, bill.Version, current.Value, now);
        if (input.Version is null) return Problems.VersionNeeded;
        if (input.Version != bill.Version) return Problems.Stale(Row());
        if (payment.State is not (PaymentState.Paid or PaymentState.RefundAsked) || payment.RefundOrderedAt is not null) return Problems.NothingToRefund;
        if (!input.Staff.HasFreshFactor) return StepUp.Required;

        if (payment.State == PaymentState.Paid) bill.Waive(payment, secrets.SealReason(reason), now);
        else payment.RefundReason = secrets.SealReason(reason);
        Bill.OrderRefund(payment, input.Staff.Sub, now);
        db.Entry(bill).Property(b => b.Version).IsModified = true;
        db.Outbox.Add(new OutboxRow(SendRefund.PayloadKind, JsonSerializer.Serialize(new SendRefund.Payload(payment.Id)), now));
        await AuditTrail.AppendAsync(db, bill.Number, "refund-ordered", input.Staff.Sub, $"{{\"amount\":{payment.RefundIdr}}}", now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            await transaction.RollbackAsync(ct);
            await using var fresh = await contexts.CreateDbContextAsync(ct);
            bill = await fresh.Bills.AsNoTracking().Include(b => b.Payments).SingleAsync(b => b.Payments.Any(p => p.Id == input.Payment), ct);
            payment = bill.Payments.Single(p => p.Id == input.Payment);
            return Problems.Stale(Row());
        }

        signal.Raise(current.Value.Code);
        return Row();
    }
}
