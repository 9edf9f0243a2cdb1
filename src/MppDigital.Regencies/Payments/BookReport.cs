using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
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
    public async Task<Outcome<Done>> BookAsync(QrisReport report, string origin, CancellationToken ct) => (await BookAllAsync([report], origin, ct))[0];

    /// <summary>Reports that came together, in one transaction: either each is booked or refused, or none was looked at.</summary>
    /// <returns>What came of each, in their order.</returns>
    public async Task<IReadOnlyList<Outcome<Done>>> BookAllAsync(IReadOnlyList<QrisReport> reports, string origin, CancellationToken ct)
    {
        for (var i = 1; ; i++)
        {
            try
            {
                return await TryAsync(reports, origin, ct);
            }
            catch (DbUpdateException e) when (i < MostTries && (e is DbUpdateConcurrencyException || engine.IsDuplicate(e)))
            {
                // Another report about one of the bills came first; what it left is looked at afresh.
            }
        }
    }

    /// <summary>Money that we have booked and the provider's statement does not name.</summary>
    public async Task MissAsync(Payment payment, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var report = new QrisReport(payment.Reference, payment.ProviderReference ?? "", QrisStatus.Paid, payment.AmountIdr, payment.PaidAt!.Value);
        var told = new List<AuditLine>();
        await KeepAsync(db, payment, report, PaymentMismatch.NotInStatement, "statement", told, ct);
        await CommitAsync(db, transaction, told, ct);
    }

    private async Task<IReadOnlyList<Outcome<Done>>> TryAsync(IReadOnlyList<QrisReport> reports, string origin, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var references = reports.Select(r => r.Reference).Distinct().ToList();
        var bills = await db.Bills.Include(b => b.Payments).Where(b => b.Payments.Any(p => references.Contains(p.Reference))).ToListAsync(ct);
        var payments = bills.SelectMany(b => b.Payments.Select(p => (Bill: b, Payment: p))).ToDictionary(x => x.Payment.Reference);
        var named = reports.Select(r => r.ProviderReference).Distinct().ToList();
        var owners = await db.Payments.Where(p => named.Contains(p.ProviderReference!)).ToDictionaryAsync(p => p.ProviderReference!, p => p.Id, ct);

        var (told, outcomes, settled) = (new List<AuditLine>(), new List<Outcome<Done>>(), false);
        foreach (var report in reports)
        {
            var (bill, payment) = payments.GetValueOrDefault(report.Reference);
            if (MismatchOf(payment, report, owners) is { } mismatch)
            {
                await KeepAsync(db, payment, report, mismatch, origin, told, ct);
                outcomes.Add(Problems.Mismatch(mismatch));
                continue;
            }

            var (before, stood) = (payment!.State, bill.State);
            payment.ProviderReference ??= report.ProviderReference;
            owners[report.ProviderReference] = payment.Id;
            if (origin == "statement") payment.ReconciledAt ??= now;
            Apply(bill, payment, report, now);
            if (payment.State != before) told.Add(new AuditLine(bill.Number, $"payment-{payment.State.Wire()}", "provider", "{}"));
            if (bill.State != stood) db.Outbox.Add(new OutboxRow(BillSettled.Kind, JsonSerializer.Serialize(new BillSettled(bill.Number)), now));
            settled |= bill.State != stood;
            outcomes.Add(default(Done));
        }

        // Two reports meet at the bill, also where only its payment changes.
        db.ChangeTracker.DetectChanges();
        foreach (var bill in bills.Where(b => b.Entries.Count > 0 || b.Payments.Any(p => db.Entry(p).State != EntityState.Unchanged))) db.Entry(bill).Property(b => b.Version).IsModified = true;
        await CommitAsync(db, transaction, told, ct);
        if (settled) signal.Raise(current.Value.Code);
        return outcomes;
    }

    private async Task CommitAsync(RegencyDbContext db, IDbContextTransaction transaction, List<AuditLine> told, CancellationToken ct)
    {
        await AuditTrail.AppendAllAsync(db, told, clock.GetUtcNow().UtcDateTime, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
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

    /// <param name="owners">Which payment each reference of the provider belongs to.</param>
    private static string? MismatchOf(Payment? payment, QrisReport report, Dictionary<string, Guid> owners)
    {
        if (payment is null) return PaymentMismatch.UnknownReference;
        if (payment.ProviderReference is { } known && known != report.ProviderReference) return PaymentMismatch.ReferenceReused;
        if (owners.TryGetValue(report.ProviderReference, out var owner) && owner != payment.Id) return PaymentMismatch.ReferenceReused;
        if (report.Currency != QrisReport.Rupiah) return PaymentMismatch.WrongCurrency;
        if (report.Status != QrisStatus.Refunded) return report.AmountIdr == payment.AmountIdr ? null : PaymentMismatch.WrongAmount;
        if (payment.State is not (PaymentState.RefundAsked or PaymentState.Refunded)) return PaymentMismatch.UnaskedRefund;
        return report.AmountIdr == payment.RefundIdr ? null : PaymentMismatch.WrongAmount;
    }

    private async Task KeepAsync(RegencyDbContext db, Payment? payment, QrisReport report, string kind, string origin, List<AuditLine> told, CancellationToken ct)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}|{report.Reference}|{report.ProviderReference}|{report.Status}|{report.AmountIdr}|{report.Currency}")));
        Log.Refused(log, current.Value.Code.Value, kind, origin);
        if (db.PaymentDifferences.Local.Any(d => d.Key == key) || await db.PaymentDifferences.AnyAsync(d => d.Key == key, ct)) return;
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
            At = clock.GetUtcNow().UtcDateTime,
        });
        told.Add(new AuditLine(payment?.Reference ?? "payments", "payment-difference", "provider", $"{{\"kind\":\"{kind}\"}}"));
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
