using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Payments;

/// <summary>The regency's money, for its admin: what came, what goes back, what does not fit, and the accounts.</summary>
/// <param name="State">Only payments of this state, by its name on the wire; null for all.</param>
/// <param name="After">Cursor: payments older than this instant in UTC.</param>
public sealed record ListPayments(StaffMember Staff, string? State, int Limit, DateTime? After);

/// <summary>One payment, for the admin.</summary>
public sealed record ReadPaymentRow(StaffMember Staff, Guid Payment);

/// <param name="Balances">By account: <c>receivable</c>, <c>revenue</c>, <c>clearing</c>, <c>deposits</c>; debit above zero. Their sum is zero.</param>
/// <param name="Differences">What nobody has settled yet, the newest first.</param>
public sealed record Finance(IReadOnlyList<PaymentRow> Items, DateTimeOffset? Next, IReadOnlyDictionary<string, long> Balances, IReadOnlyList<DifferenceRow> Differences);

/// <param name="Version">What a refund must name.</param>
public sealed record PaymentRow(
    Guid Id, string Application, string Service, string State, long Amount, long Refund, string Reference, string? ProviderReference, DateTimeOffset CreatedAt, DateTimeOffset? PaidAt, bool RefundOrdered, bool Reconciled, long Version);

public sealed record DifferenceRow(Guid Id, string Kind, string Origin, string Reference, string ProviderReference, string Status, long? Expected, long Reported, DateTimeOffset At);

internal sealed class ListPaymentsHandler(IDbContextFactory<RegencyDbContext> contexts, CurrentRegency current, TimeProvider clock) : IUseCase<ListPayments, Finance>, IUseCase<ReadPaymentRow, PaymentRow>
{
    private const int MostDifferences = 200;

    public async Task<Outcome<Finance>> HandleAsync(ListPayments input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var limit = Math.Clamp(input.Limit, 1, 200);
        PaymentState? state = Enum.GetValues<PaymentState>().Where(s => s.Wire() == input.State).Select(s => (PaymentState?)s).FirstOrDefault();
        var rows = await (from payment in db.Payments.AsNoTracking()
                          join bill in db.Bills on payment.BillId equals bill.Id
                          where (state == null || payment.State == state) && (input.After == null || payment.CreatedAt < input.After)
                          orderby payment.CreatedAt descending, payment.Id
                          select new { Payment = payment, bill.Number, bill.Service, bill.Version }).Take(limit + 1).ToListAsync(ct);
        var sums = await db.Ledger.GroupBy(e => e.Account).Select(g => new { g.Key, Sum = g.Sum(e => e.AmountIdr) }).ToDictionaryAsync(g => g.Key, g => g.Sum, ct);
        var differences = await db.PaymentDifferences.AsNoTracking().Where(d => d.ResolvedAt == null).OrderByDescending(d => d.At).Take(MostDifferences).ToListAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        return new Finance(
            [.. rows.Take(limit).Select(r => RowOf(r.Payment, r.Number, r.Service, r.Version, current.Value, now))],
            rows.Count > limit ? current.Value.Here(rows[limit - 1].Payment.CreatedAt) : null,
            Enum.GetValues<LedgerAccount>().ToDictionary(a => a.ToString().ToLowerInvariant(), a => sums.GetValueOrDefault(a)),
            [.. differences.Select(d => new DifferenceRow(d.Id, d.Kind, d.Origin, d.Reference, d.ProviderReference, d.Status, d.ExpectedIdr, d.ReportedIdr, current.Value.Here(d.At)))]);
    }

    public async Task<Outcome<PaymentRow>> HandleAsync(ReadPaymentRow input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Bills.AsNoTracking().Include(b => b.Payments).SingleOrDefaultAsync(b => b.Payments.Any(p => p.Id == input.Payment), ct) is { } bill
            ? RowOf(bill.Payments.Single(p => p.Id == input.Payment), bill.Number, bill.Service, bill.Version, current.Value, clock.GetUtcNow().UtcDateTime)
            : Problems.UnknownPayment;
    }

    internal static PaymentRow RowOf(Payment payment, string number, string service, long version, Regency regency, DateTime now) => new(
        payment.Id, number, service, payment.StateAt(now).Wire(), payment.AmountIdr, payment.RefundIdr, payment.Reference, payment.ProviderReference, regency.Here(payment.CreatedAt),
        payment.PaidAt is { } paid ? regency.Here(paid) : null, payment.RefundOrderedAt is not null, payment.ReconciledAt is not null, version);
}

internal static class RegencyClock
{
    /// <summary>An instant as the regency's clock on the wall shows it.</summary>
    public static DateTimeOffset Here(this Regency regency, DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), regency.Zone);
}
