using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MppDigital.Connectors.Qris;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Payments;

/// <summary>
/// Books what the provider says, whichever way it came: payment, ledger, audit and the news for the application in one transaction, once however
/// often it is told. What does not fit a bill is refused and kept as a difference.
/// </summary>
internal sealed partial class BookReport(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, OutboxSignal signal, CurrentRegency current, TimeProvider clock, ILogger<BookReport> log)
{
    private const int MostTries = 8;

    // The provider's clock may be wrong; the citizen's receipt and the legal clock must not be.
    private static readonly TimeSpan Trusted = TimeSpan.FromMinutes(5);

    private readonly ILogger log = log;

    /// <param name="origin"><c>callback</c>, <c>status</c> or <c>statement</c>.</param>
    public async Task<Outcome<Done>> BookAsync(QrisReport report, string origin, CancellationToken ct)
    {
        for (var i = 1; ; i++)
        {
            try
            {
                return await TryAsync(report, origin, ct);
            }
            catch (DbUpdateException e) when (i < MostTries && (e is DbUpdateConcurrencyException || engine.IsDuplicate(e)))
            {
                // Another report about the same bill came first; what it left is looked at afresh.
            }
        }
    }

    /// <summary>Money that we have booked and the provider's statement does not name.</summary>
    public async Task MissAsync(Payment payment, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var report = new QrisReport(payment.Reference, payment.ProviderReference ?? "", QrisStatus.Paid, payment.AmountIdr, payment.PaidAt!.Value);
        await KeepAsync(db, payment, report, PaymentMismatch.NotInStatement, "statement", clock.GetUtcNow().UtcDateTime, ct);
        await transaction.CommitAsync(ct);
    }

    private async Task<Outcome<Done>> TryAsync(QrisReport report, string origin, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var bill = await db.Bills.Include(b => b.Payments).SingleOrDefaultAsync(b => b.Payments.Any(p => p.Reference == report.Reference), ct);
        var payment = bill?.Payments.Single(p => p.Reference == report.Reference);
        if (await MismatchAsync(db, payment, report, ct) is { } mismatch)
        {
            await KeepAsync(db, payment, report, mismatch, origin, now, ct);
            await transaction.CommitAsync(ct);
            return Problems.Mismatch(mismatch);
        }

        var (before, settled) = (payment!.State, bill!.State);
        payment.ProviderReference ??= report.ProviderReference;
        if (origin == "statement") payment.ReconciledAt ??= now;
        Apply(bill, payment, report, now);
        if (payment.State != before) await AuditTrail.AppendAsync(db, bill.Number, $"payment-{payment.State.Wire()}", "provider", "{}", now, ct);
        if (bill.State != settled) db.Outbox.Add(new OutboxRow(BillSettled.Kind, JsonSerializer.Serialize(new BillSettled(bill.Number)), now));
        // Two reports meet at the bill, also where only its payment changes.
        if (db.ChangeTracker.HasChanges()) db.Entry(bill).Property(b => b.Version).IsModified = true;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        if (bill.State != settled) signal.Raise(current.Value.Code);
        return default(Done);
    }

    private static void Apply(Bill bill, Payment payment, QrisReport report, DateTime now)
    {
        switch (report.Status)
        {
            case QrisStatus.Paid:
                var at = report.At.UtcDateTime;
                bill.Receive(payment, at >= payment.CreatedAt - Trusted && at <= now + Trusted ? at < now ? at : now : now);
                break;
            case QrisStatus.Refunded:
                bill.Refund(payment, now);
                break;
            case QrisStatus.Expired:
                Bill.End(payment, PaymentState.Expired);
                break;
            case QrisStatus.Failed:
                Bill.End(payment, PaymentState.Failed);
                break;
            default:
                break;
        }
    }

    private static async Task<string?> MismatchAsync(RegencyDbContext db, Payment? payment, QrisReport report, CancellationToken ct)
    {
        if (payment is null) return PaymentMismatch.UnknownReference;
        if (payment.ProviderReference is { } known && known != report.ProviderReference) return PaymentMismatch.ReferenceReused;
        if (await db.Payments.AnyAsync(p => p.ProviderReference == report.ProviderReference && p.Id != payment.Id, ct)) return PaymentMismatch.ReferenceReused;
        if (report.Currency != QrisReport.Rupiah) return PaymentMismatch.WrongCurrency;
        if (report.Status != QrisStatus.Refunded) return report.AmountIdr == payment.AmountIdr ? null : PaymentMismatch.WrongAmount;
        if (payment.State is not (PaymentState.RefundAsked or PaymentState.Refunded)) return PaymentMismatch.UnaskedRefund;
        return report.AmountIdr == payment.RefundIdr ? null : PaymentMismatch.WrongAmount;
    }

    private async Task KeepAsync(RegencyDbContext db, Payment? payment, QrisReport report, string kind, string origin, DateTime now, CancellationToken ct)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}|{report.Reference}|{report.ProviderReference}|{report.Status}|{report.AmountIdr}|{report.Currency}")));
        Log.Refused(log, current.Value.Code.Value, kind, origin);
        if (await db.PaymentDifferences.AnyAsync(d => d.Key == key, ct)) return;
        db.PaymentDifferences.Add(new PaymentDifference
        {
            Key = key,
            Kind = kind,
            Origin = origin,
            Reference = report.Reference,
            ProviderReference = report.ProviderReference,
            Status = report.Status.ToString().ToLowerInvariant(),
            ExpectedIdr = report.Status == QrisStatus.Refunded ? payment?.RefundIdr : payment?.AmountIdr,
            ReportedIdr = report.AmountIdr,
            At = now,
        });
        await AuditTrail.AppendAsync(db, payment?.Reference ?? "payments", "payment-difference", "provider", $"{{\"kind\":\"{kind}\"}}", now, ct);
        await db.SaveChangesAsync(ct);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A payment report to {Regency} was refused: {Kind}, by {Origin}")]
        public static partial void Refused(ILogger logger, string regency, string kind, string origin);
    }
}

/// <summary>Something about what a bill owes has changed; the application looks at it.</summary>
internal sealed record BillSettled(string Number)
{
    public const string Kind = "bill-settled";
}
