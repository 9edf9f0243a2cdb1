namespace MppDigital.Platform.Calendar;

/// <summary>
/// Counts the legal limit (UU 30/2014 art. 53 as amended by UU 6/2023): the local date on which the file became complete is day 0, working day or not;
/// day N is the N-th working day after it at whose end the file does not wait for the citizen.
/// </summary>
public static class LegalClock
{
    /// <summary>
    /// Null while a pause is open. Whoever opens a pause has to refuse it once <see cref="LegalDeadline.HasPassed"/>: a limit that ended is not reopened by asking.
    /// </summary>
    /// <param name="completeAtUtc">When the file was declared complete.</param>
    /// <param name="workingDays">0 ends at 24:00 of day 0.</param>
    public static LegalDeadline? Due(WorkingCalendar calendar, TimeZoneInfo zone, DateTime completeAtUtc, int workingDays, IReadOnlyList<Pause> pauses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        if (pauses.Any(p => p.ToUtc is null)) return null;

        var due = DateOf(completeAtUtc, zone);
        var skipped = new List<SkippedDay>();
        foreach (var day in DaysFrom(calendar, zone, completeAtUtc, pauses).Skip(1).TakeWhile(_ => workingDays > 0))
        {
            if (day.Number == 0) skipped.Add(new SkippedDay(day.Date, day.Kind, day.Holiday));
            if (day.Number < workingDays) continue;
            due = day.Date;
            break;
        }

        return new LegalDeadline(due, EndOf(due, zone), workingDays, skipped, calendar.IsProvisional(due));
    }

    /// <summary>Each day from day 0 through the given one, as the day ruler draws them.</summary>
    public static IReadOnlyList<LegalDay> Days(WorkingCalendar calendar, TimeZoneInfo zone, DateTime completeAtUtc, IReadOnlyList<Pause> pauses, DateOnly through) =>
        [.. DaysFrom(calendar, zone, completeAtUtc, pauses).TakeWhile(d => d.Date <= through)];

    /// <summary>How many working days of the limit are over: those whose 24:00 has come and that counted.</summary>
    public static int Elapsed(WorkingCalendar calendar, TimeZoneInfo zone, DateTime completeAtUtc, IReadOnlyList<Pause> pauses, DateTime nowUtc) =>
        DaysFrom(calendar, zone, completeAtUtc, pauses).TakeWhile(d => EndOf(d.Date, zone).UtcDateTime <= Utc(nowUtc)).Count(d => d.Number > 0);

    /// <summary>False for an instant that no file of this system can have: walking from there would take for ever or leave the calendar.</summary>
    public static bool Covers(DateTimeOffset instant) => instant.Year is >= 2000 and < 2200;

    /// <summary>The local date of an instant.</summary>
    public static DateOnly DateOf(DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Utc(utc), zone));

    /// <summary>24:00 of a local date.</summary>
    public static DateTimeOffset EndOf(DateOnly date, TimeZoneInfo zone)
    {
        var midnight = date.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }

    private static IEnumerable<LegalDay> DaysFrom(WorkingCalendar calendar, TimeZoneInfo zone, DateTime completeAtUtc, IReadOnlyList<Pause> pauses)
    {
        var dayZero = DateOf(completeAtUtc, zone);
        var number = 0;
        for (var date = dayZero; ; date = date.AddDays(1))
        {
            var kind = calendar.KindOf(date);
            if (kind == DayKind.Working && pauses.Any(p => p.CoversEndOfDay(EndOf(date, zone)))) kind = DayKind.Paused;
            var counts = kind == DayKind.Working && date != dayZero;
            yield return new LegalDay(date, kind, counts ? ++number : 0, calendar.HolidayOn(date));
        }
    }

    internal static DateTime Utc(DateTime instant) => instant.Kind == DateTimeKind.Local
        ? throw new ArgumentException("Instants are UTC.", nameof(instant))
        : DateTime.SpecifyKind(instant, DateTimeKind.Utc);
}
