namespace MppDigital.Connectors.Lapor;

/// <summary>A complaint that the national channel gives to a regency to answer. Who wrote it stays there.</summary>
/// <param name="Reference">Its number there.</param>
/// <param name="Agency">As the channel names it; may be empty.</param>
/// <param name="At">When it was given: the clock counts from then.</param>
public sealed record GivenComplaint(string Reference, ComplaintClass Class, string Agency, string Title, string Text, DateTimeOffset At)
{
    /// <summary>Without what somebody wrote.</summary>
    public override string ToString() => $"given {Reference}";
}
