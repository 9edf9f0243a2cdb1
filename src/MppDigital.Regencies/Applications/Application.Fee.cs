namespace MppDigital.Regencies.Applications;

/// <content>What it costs, and whether it waits for the money. The money itself is the bill's.</content>
internal sealed partial class Application
{
    /// <summary>As filed, or as the last correction made it; null where nothing is collected here.</summary>
    public long? FeeIdr { get; private set; }

    /// <summary>Encrypted JSON: how the amount came about.</summary>
    public byte[] Fee { get; private set; } = [];

    /// <summary>Since when the fee is owed and not paid; null before and after.</summary>
    public DateTime? OwesSince { get; private set; }

    public void Assess(long? amount, byte[] fee) => (FeeIdr, Fee) = (amount, fee);

    /// <param name="pauses">The definition lets the legal clock stand still meanwhile.</param>
    public void OweFee(bool pauses, DateTime at)
    {
        OwesSince = at;
        if (pauses && Status.IsOpen()) this.pauses.Add(new ApplicationPause { FromAt = at, ForFee = true });
        Record("fee-due", ActorKind.System, "system", at);
    }

    /// <summary>Nothing is owed any more; it happened when the money came, whenever it is written down.</summary>
    public void SettleFee(DateTime at)
    {
        OwesSince = null;
        EndFeePause(at);
        Record("fee-paid", ActorKind.System, "system", at);
    }

    /// <summary>The fee was dropped together with the application.</summary>
    public void DropFee() => OwesSince = null;

    private void EndFeePause(DateTime at)
    {
        if (pauses.Find(p => p is { ToAt: null, ForFee: true }) is { } open) open.ToAt = at;
    }
}
