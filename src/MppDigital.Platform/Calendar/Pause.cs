namespace MppDigital.Platform.Calendar;

/// <summary>The file waits for the citizen: from the request for a correction to the answer, null while there is none.</summary>
public readonly record struct Pause(DateTime FromUtc, DateTime? ToUtc)
{
    /// <summary>
    /// Midnight belongs to the day that begins: asked at 00.00 is asked on the new day and leaves the old one alone,
    /// answered at 00.00 is answered on the new day, so that the file still waited when the old one ended.
    /// </summary>
    internal bool CoversEndOfDay(DateTimeOffset endOfDay) =>
        LegalClock.Utc(FromUtc) < endOfDay.UtcDateTime && (ToUtc is not { } to || LegalClock.Utc(to) >= endOfDay.UtcDateTime);
}
