namespace MppDigital.Connectors.Lapor;

/// <summary>A complaint that belongs to the national channel.</summary>
/// <param name="Number">Ours, and the key: however often it is sent, it is entered once.</param>
/// <param name="Regency">Code of the regency it is about: <c>13.75</c>.</param>
public sealed record ForwardedComplaint(string Number, ComplaintClass Class, string Regency, string Agency, string Title, string Text, bool Anonymous, DateTimeOffset At)
{
    /// <summary>Without what somebody wrote.</summary>
    public override string ToString() => $"complaint {Number}";
}

public enum ComplaintClass
{
    Aspiration,
    Complaint,
    Question,
    Whistleblowing,
}

/// <param name="Reference">Its own number.</param>
/// <param name="At">Since when, by its clock.</param>
public sealed record ComplaintState(string Reference, ComplaintStatus Status, DateTimeOffset At);

public enum ComplaintStatus
{
    Received,
    Verified,
    Forwarded,
    Answered,
    Closed,
    NotOurAuthority,
    Archived,
}
