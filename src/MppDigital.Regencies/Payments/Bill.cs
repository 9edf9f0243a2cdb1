using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Payments;

/// <summary>What one application owes and what came of it. Every change of money is posted to the ledger in the same breath.</summary>
internal sealed class Bill : IVersioned
{
    private readonly List<Payment> payments = [];
    private readonly List<LedgerEntry> entries = [];

    private Bill()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid ApplicationId { get; init; }

    /// <summary>The application's.</summary>
    public required string Number { get; init; }

    public required string Sub { get; init; }

    public required string Service { get; init; }

    public BillState State { get; private set; }

    /// <summary>What the application costs as things stand.</summary>
    public long AmountIdr { get; private set; }

    /// <summary>How much of it is covered by money.</summary>
    public long CoveredIdr { get; private set; }

    public required DateTime DueAt { get; init; }

    public DateTime? PaidAt { get; private set; }

    /// <summary>How often the amount was set; names the postings of it.</summary>
    public int Charges { get; private set; }

    public long Version { get; private set; }

    public long OwedIdr => AmountIdr - CoveredIdr;

    public IReadOnlyList<Payment> Payments => payments;

    /// <summary>Postings of this visit; those from before are read from the ledger itself.</summary>
    public IReadOnlyList<LedgerEntry> Entries => entries;

    /// <summary>The last attempt, or the one that holds the money.</summary>
    public Payment? Latest => payments.Where(p => p.State.HasMoney()).MaxBy(p => p.Try) ?? payments.MaxBy(p => p.Try);

    public static Bill Open(Guid applicationId, string number, string sub, string service, long amount, DateTime at)
    {
        var bill = new Bill { ApplicationId = applicationId, Number = number, Sub = sub, Service = service, DueAt = at };
        bill.Charge(amount, at);
        return bill;
    }

    /// <summary>The fee is another than before. Money that covers more than is left goes back to who paid it.</summary>
    public void Charge(long amount, DateTime at)
    {
        var more = amount - AmountIdr;
        if (more != 0)
        {
            Charges++;
            AmountIdr = amount;
            Post(PostingKind.Charge, $"{Id:N}-charge-{Charges}", at, (LedgerAccount.Receivable, more), (LedgerAccount.Revenue, -more));
            if (CoveredIdr > amount) Release(CoveredIdr - amount, at);
        }

        Settle(at);
    }

    /// <summary>The application came to an end without its product.</summary>
    /// <param name="refund">What was paid goes back; else only what is still owed is dropped.</param>
    public void Close(bool refund, DateTime at) => Charge(refund ? 0 : CoveredIdr, at);

    /// <summary>A further way of paying; the one that is open already is used first.</summary>
    public Payment Attempt(string reference, DateTime at)
    {
        if (payments.Find(p => p.State == PaymentState.Due && p.AmountIdr == OwedIdr) is { } unanswered) return unanswered;
        var payment = new Payment { BillId = Id, Try = payments.Count + 1, Reference = reference, AmountIdr = OwedIdr, CreatedAt = at };
        payments.Add(payment);
        return payment;
    }

    /// <summary>The provider made the code. If money overtook its answer, the money stays.</summary>
    public static void Present(Payment payment, string providerReference, string payload, DateTime expiresAt)
    {
        payment.ProviderReference ??= providerReference;
        if (payment.State != PaymentState.Due) return;
        (payment.State, payment.Payload, payment.ExpiresAt) = (PaymentState.Pending, payload, expiresAt);
    }

    /// <summary>Money arrived, in time or late: it covers what is owed, and what is not owed goes back.</summary>
    public void Receive(Payment payment, DateTime at)
    {
        if (payment.State.HasMoney()) return;
        var covers = Math.Min(OwedIdr, payment.AmountIdr);
        var rest = payment.AmountIdr - covers;
        (payment.State, payment.PaidAt) = (PaymentState.Paid, at);
        CoveredIdr += covers;
        Post(PostingKind.Receipt, $"{payment.Id:N}-receipt", at, (LedgerAccount.Clearing, payment.AmountIdr), (LedgerAccount.Receivable, -covers), (LedgerAccount.Deposits, -rest));
        if (rest > 0) GiveBack(payment, rest, at);
        Settle(at);
    }

    /// <summary>The code can no longer be paid, as far as the provider knows now.</summary>
    public static void End(Payment payment, PaymentState how)
    {
        if (payment.State is PaymentState.Due or PaymentState.Pending) payment.State = how;
    }

    /// <summary>Somebody of the regency decides that a payment goes back; the fee is waived with it.</summary>
    /// <param name="reason">Encrypted.</param>
    public void Waive(Payment payment, byte[] reason, DateTime at)
    {
        payment.RefundReason = reason;
        var kept = payment.AmountIdr - payment.RefundIdr;
        Charges++;
        AmountIdr -= kept;
        CoveredIdr -= kept;
        Post(PostingKind.Charge, $"{Id:N}-charge-{Charges}", at, (LedgerAccount.Receivable, -kept), (LedgerAccount.Revenue, kept));
        Post(PostingKind.Surplus, $"{Id:N}-surplus-{Charges}", at, (LedgerAccount.Receivable, kept), (LedgerAccount.Deposits, -kept));
        GiveBack(payment, kept, at);
        Settle(at);
    }

    public static void OrderRefund(Payment payment, string by, DateTime at) => (payment.RefundOrderedAt, payment.RefundOrderedBy) = (at, by);

    public void Refund(Payment payment, DateTime at)
    {
        if (payment.State != PaymentState.RefundAsked) return;
        (payment.State, payment.RefundedAt) = (PaymentState.Refunded, at);
        Post(PostingKind.Refund, $"{payment.Id:N}-refund", at, (LedgerAccount.Deposits, payment.RefundIdr), (LedgerAccount.Clearing, -payment.RefundIdr));
    }

    /// <summary>Cover that is no longer needed, taken from the newest money first.</summary>
    private void Release(long surplus, DateTime at)
    {
        CoveredIdr -= surplus;
        Post(PostingKind.Surplus, $"{Id:N}-surplus-{Charges}", at, (LedgerAccount.Receivable, surplus), (LedgerAccount.Deposits, -surplus));
        foreach (var payment in payments.Where(p => p.State == PaymentState.Paid || (p.State == PaymentState.RefundAsked && p.RefundOrderedAt is null)).OrderByDescending(p => p.Try))
        {
            var part = Math.Min(surplus, payment.AmountIdr - payment.RefundIdr);
            if (part > 0) GiveBack(payment, part, at);
            surplus -= part;
        }
    }

    private static void GiveBack(Payment payment, long amount, DateTime at)
    {
        payment.State = PaymentState.RefundAsked;
        payment.RefundIdr += amount;
        payment.RefundAskedAt ??= at;
    }

    private void Settle(DateTime at)
    {
        State = AmountIdr == 0 ? BillState.Cancelled : OwedIdr > 0 ? BillState.Due : BillState.Paid;
        PaidAt = State == BillState.Paid ? PaidAt ?? at : null;
    }

    private void Post(PostingKind kind, string source, DateTime at, params ReadOnlySpan<(LedgerAccount Account, long Amount)> lines)
    {
        var sum = 0L;
        foreach (var (account, amount) in lines)
        {
            sum += amount;
            if (amount != 0) entries.Add(new LedgerEntry { BillId = Id, Source = source, Kind = kind, Account = account, AmountIdr = amount, At = at });
        }

        if (sum != 0) throw new InvalidOperationException($"{source} does not balance: {sum}.");
    }
}
