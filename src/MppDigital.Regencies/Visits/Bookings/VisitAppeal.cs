namespace MppDigital.Regencies.Visits.Bookings;

/// <summary>Somebody who may not book for a while says why they did not come, and the hall answers.</summary>
internal sealed class VisitAppeal
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Sub { get; init; }

    public required string NikLookup { get; init; }

    /// <summary>Encrypted.</summary>
    public required byte[] Text { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The alarm that closed booking; null where it was missed visits.</summary>
    public Guid? Alarm { get; init; }

    public DateTime? AnsweredAt { get; private set; }

    public string AnsweredBy { get; private set; } = "";

    /// <summary>The reasons were accepted: the days that were missed no longer count.</summary>
    public bool Accepted { get; private set; }

    /// <summary>Encrypted.</summary>
    public byte[] Answer { get; private set; } = [];

    public void Decide(bool accepted, byte[] answer, string by, DateTime now) => (Accepted, Answer, AnsweredBy, AnsweredAt) = (accepted, answer, by, now);
}
