namespace MppDigital.Platform.Calendar;

/// <summary>When the limit of a complete file ends.</summary>
/// <param name="DueOn">The last day, local.</param>
/// <param name="DueAt">24:00 of that day, written as 00:00 of the next with the regency's offset: a decision before it counts, one at it does not.</param>
/// <param name="WorkingDays">The limit itself.</param>
/// <param name="Skipped">Every day after day 0 up to <paramref name="DueOn"/> that did not count, in order.</param>
/// <param name="Provisional">The date lies beyond the last year whose holidays are decreed and may still move.</param>
public sealed record LegalDeadline(DateOnly DueOn, DateTimeOffset DueAt, int WorkingDays, IReadOnlyList<SkippedDay> Skipped, bool Provisional)
{
    public bool HasPassed(DateTime nowUtc) => LegalClock.Utc(nowUtc) >= DueAt.UtcDateTime;
}

/// <param name="Holiday">Set when <paramref name="Kind"/> is <see cref="DayKind.Holiday"/>.</param>
public sealed record SkippedDay(DateOnly Date, DayKind Kind, Holiday? Holiday);

/// <summary>One cell of the day ruler.</summary>
/// <param name="Number">The how-manieth working day it is; 0 for day 0 and for each day that does not count.</param>
/// <param name="Holiday">Set when <paramref name="Kind"/> is <see cref="DayKind.Holiday"/>.</param>
public sealed record LegalDay(DateOnly Date, DayKind Kind, int Number, Holiday? Holiday);
