namespace MppDigital.Connectors.Messages;

/// <summary>In whose name and under which agreement a message goes out.</summary>
/// <param name="Account">Code of the regency, such as <c>1375</c>.</param>
/// <param name="Secret">Signs calls in both directions.</param>
/// <param name="SenderName">What the recipient sees.</param>
/// <param name="Reference">Ours; sent again with it, nobody gets it twice.</param>
/// <param name="Callback">Where the gateway tells what became of it; null where nobody listens.</param>
public sealed record MessageRoute(string Account, string Secret, string SenderName, string Reference, Uri? Callback)
{
    public override string ToString() => $"route {Account} {Reference}";
}

/// <summary>What the gateway made of a message.</summary>
public abstract record Handover
{
    private Handover()
    {
    }

    /// <summary>It will deliver, and tell when it has.</summary>
    public sealed record Taken : Handover;

    /// <summary>It never will: trying again is of no use.</summary>
    /// <param name="Reason"><c>no-recipient</c>, <c>bad-address</c> or <c>refused</c>.</param>
    public sealed record Refused(string Reason) : Handover;

    /// <summary>Not now.</summary>
    public sealed record NotNow(Outage Reason) : Handover;
}
