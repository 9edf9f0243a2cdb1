using MppDigital.Regencies.Payments;

namespace MppDigital.Regencies.Tests.Payments;

/// <summary>
/// Bills through random lives: what the provider tells comes in any order, late and again and again, between changes of the fee, withdrawals and
/// refunds. A reading that only keeps three numbers per bill says what the ledger must hold; no posting may ever leave it unbalanced.
/// </summary>
public sealed class LedgerPropertyTests
{
    private static readonly DateTime Start = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_order_repetition_and_delay_ends_in_the_one_right_ledger(int seed)
    {
        var random = new Random(seed);
        var (paidLate, refunded) = (0, 0);
        for (var life = 0; life < 1_000; life++)
        {
            var fee = random.Next(1, 50) * 1_000L;
            var bill = Bill.Open(Guid.NewGuid(), "1375-26-000001", "payer", "DPM-RKL-01", fee, Start);
            var oracle = new Oracle { Fee = fee };
            for (var step = 0; step < 30; step++)
            {
                var at = Start.AddMinutes(step);
                var payment = bill.Payments.Count > 0 ? bill.Payments[random.Next(bill.Payments.Count)] : null;
                switch (random.Next(9))
                {
                    case 0 or 1 when bill.OwedIdr > 0:
                        Bill.Present(bill.Attempt($"R{bill.Payments.Count}", at), $"P{bill.Payments.Count}", "code", at.AddHours(1));
                        break;
                    case 2 or 3 or 4 when payment is not null:
                        if (payment.State is PaymentState.Expired or PaymentState.Failed) paidLate++;
                        oracle.Pay(payment.Reference, payment.AmountIdr);
                        bill.Receive(payment, at);
                        break;
                    case 5 when payment is not null:
                        Bill.End(payment, random.Next(2) == 0 ? PaymentState.Expired : PaymentState.Failed);
                        break;
                    case 6 when random.Next(4) == 0:
                        oracle.Set(random.Next(3) == 0 ? 0 : random.Next(1, 50) * 1_000L);
                        bill.Charge(oracle.Fee, at);
                        break;
                    case 7 when payment is { State: PaymentState.RefundAsked }:
                        refunded++;
                        Bill.OrderRefund(payment, "admin", at);
                        oracle.GiveBack(payment.RefundIdr);
                        for (var again = random.Next(3); again >= 0; again--) bill.Refund(payment, at);
                        break;
                    case 8 when payment is { State: PaymentState.Paid } && random.Next(4) == 0:
                        oracle.Waive(payment.AmountIdr);
                        bill.Waive(payment, [], at);
                        break;
                    default:
                        break;
                }

                Compare(oracle, bill);
            }
        }

        Assert.True(paidLate > 50 && refunded > 50, $"Hardly anything happened: {paidLate} paid late, {refunded} refunded.");
    }

    private static void Compare(Oracle oracle, Bill bill)
    {
        long Sum(LedgerAccount account) => bill.Entries.Where(e => e.Account == account).Sum(e => e.AmountIdr);

        Assert.All(bill.Entries.GroupBy(e => e.Source), posting => Assert.Equal(0, posting.Sum(e => e.AmountIdr)));
        Assert.Equal(bill.Entries.Count, bill.Entries.DistinctBy(e => (e.Source, e.Account)).Count());
        Assert.Equal(
            (oracle.Fee - oracle.Covered, -oracle.Fee, oracle.Received - oracle.Returned, -oracle.Owing),
            (Sum(LedgerAccount.Receivable), Sum(LedgerAccount.Revenue), Sum(LedgerAccount.Clearing), Sum(LedgerAccount.Deposits)));
        Assert.Equal(oracle.Fee == 0 ? BillState.Cancelled : oracle.Covered < oracle.Fee ? BillState.Due : BillState.Paid, bill.State);
    }

    /// <summary>Money as a child would keep it: what the thing costs, what covers it, what came and what went back.</summary>
    private sealed class Oracle
    {
        private readonly HashSet<string> paid = [];

        public long Fee { get; set; }

        public long Covered { get; private set; }

        public long Received { get; private set; }

        public long Returned { get; private set; }

        /// <summary>Whatever came, covers nothing and has not gone back.</summary>
        public long Owing => Received - Returned - Covered;

        public void Pay(string reference, long amount)
        {
            if (!paid.Add(reference)) return;
            Received += amount;
            Covered = Math.Min(Fee, Covered + amount);
        }

        public void Set(long fee) => (Fee, Covered) = (fee, Math.Min(Covered, fee));

        public void Waive(long amount) => (Fee, Covered) = (Fee - amount, Covered - amount);

        public void GiveBack(long amount) => Returned += amount;
    }
}
