namespace MppDigital.Connectors.Qris.Simulator;

/// <summary>One code that the simulated provider has made.</summary>
internal sealed class SimulatedBill(QrisCreate asked, string providerReference, DateTimeOffset at)
{
    public QrisCreate Asked { get; } = asked;

    public string ProviderReference { get; } = providerReference;

    public string Status { get; private set; } = "pending";

    public DateTimeOffset At { get; private set; } = at;

    public DateTimeOffset? PaidAt { get; private set; }

    public long RefundedIdr { get; private set; }

    public void Pay(DateTimeOffset at)
    {
        if (PaidAt is null) (Status, PaidAt, At) = ("paid", at, at);
    }

    public void GiveBack(long amount, DateTimeOffset at)
    {
        if (Status == "paid") (Status, RefundedIdr, At) = ("refunded", amount, at);
    }

    public string StatusAt(DateTimeOffset now) => Status == "pending" && Asked.ExpiresAt <= now ? "expired" : Status;
}
