namespace MppDigital.Regencies.Payments;

/// <summary>One code for one bill. Changed only through its <see cref="Bill"/>, whose version two writers meet at.</summary>
internal sealed class Payment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid BillId { get; init; }

    /// <summary>1, 2, 3 … within its bill.</summary>
    public int Try { get; init; }

    /// <summary>Ours, told to the provider; 20 characters, for a payment code carries up to 25 (EMVCo MPM, tag 62-01).</summary>
    public string Reference { get; init; } = "";

    /// <summary>Theirs, once they have told it.</summary>
    public string? ProviderReference { get; internal set; }

    public long AmountIdr { get; init; }

    public PaymentState State { get; internal set; }

    /// <summary>The text that the QR shows; empty before the provider has given it.</summary>
    public string Payload { get; internal set; } = "";

    public DateTime CreatedAt { get; init; }

    public DateTime? ExpiresAt { get; internal set; }

    public DateTime? PaidAt { get; internal set; }

    /// <summary>How much of it goes back; 0 for none.</summary>
    public long RefundIdr { get; internal set; }

    /// <summary>Encrypted; empty where the money goes back by itself.</summary>
    public byte[] RefundReason { get; internal set; } = [];

    public DateTime? RefundAskedAt { get; internal set; }

    /// <summary>When a named person has ordered the refund that was asked; the provider is told from then on.</summary>
    public DateTime? RefundOrderedAt { get; internal set; }

    /// <summary>The <c>sub</c> of that person.</summary>
    public string RefundOrderedBy { get; internal set; } = "";

    public DateTime? RefundedAt { get; internal set; }

    /// <summary>When the provider's statement was found to say the same.</summary>
    public DateTime? ReconciledAt { get; internal set; }

    /// <summary>As it is, though nobody may have written it down: a code past its time is expired.</summary>
    public PaymentState StateAt(DateTime now) => State == PaymentState.Pending && ExpiresAt <= now ? PaymentState.Expired : State;
}
