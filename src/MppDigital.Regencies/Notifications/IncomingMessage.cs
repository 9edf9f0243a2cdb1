namespace MppDigital.Regencies.Notifications;

/// <summary>That something came in: against repetition and for counting. Neither the text nor the number is kept.</summary>
internal sealed class IncomingMessage
{
    /// <summary>The gateway's.</summary>
    public required string Id { get; init; }

    /// <summary>Keyed hash of the number.</summary>
    public required string PhoneLookup { get; init; }

    public required DateTime At { get; init; }
}
