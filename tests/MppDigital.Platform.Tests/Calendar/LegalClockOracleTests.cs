using FsCheck;
using FsCheck.Fluent;
using MppDigital.Platform.Calendar;

namespace MppDigital.Platform.Tests.Calendar;

/// <summary>
/// The clock against a second telling of the rule that shares no code with it: a walk through every half hour of local time,
/// in which the file waits or not, and midnight asks whether the day that just ended counted.
/// </summary>
public sealed class LegalClockOracleTests
{
    private const int MinutesPerStep = 30;

    /// <param name="CompleteStep">Half hours after 00:00 local of the first of January.</param>
    /// <param name="Pauses">Steps from completion to the question, and from the question to the answer.</param>
    /// <param name="Holidays">Days of the year, 0 to 400.</param>
    internal sealed record Case(int Year, int Zone, int CompleteStep, int WorkingDays, (int After, int For)[] Pauses, int[] Holidays);

    [Fact]
    public void Agrees_with_a_walk_through_every_half_hour()
    {
        var pause = from after in Gen.Choose(-200, 900) from length in Gen.Choose(0, 500) select (after, length);
        var cases =
            from year in Gen.Choose(2024, 2033)
            from zone in Gen.Choose(0, 2)
            from complete in Gen.Choose(0, 48 * 365)
            from days in Gen.Frequency((4, Gen.Choose(0, 7)), (1, Gen.Choose(8, 60)))
            from pauses in Gen.ArrayOf(pause, 3)
            from holidays in Gen.ArrayOf(Gen.Choose(0, 400), 40)
            from used in Gen.Choose(0, 3)
            select new Case(year, zone, complete, days, pauses[..used], holidays);

        Prop.ForAll(cases.ToArbitrary(), (Case c) => Expected(c) == Actual(c)).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    private static DateOnly Actual(Case c)
    {
        var (zone, start) = (IndonesianZones.All[c.Zone], new DateOnly(c.Year, 1, 1));
        DateTime Instant(int step) => start.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMinutes((step * MinutesPerStep) - zone.BaseUtcOffset.TotalMinutes);
        var calendar = new WorkingCalendar(c.Holidays.Select(d => new Holiday(start.AddDays(d), "Libur", null, HolidayType.National)), [], c.Year);
        var pauses = c.Pauses.Select(p => new Pause(Instant(c.CompleteStep + p.After), Instant(c.CompleteStep + p.After + p.For))).ToArray();
        var due = LegalClock.Due(calendar, zone, Instant(c.CompleteStep), c.WorkingDays, pauses)!;
        Assert.Equal(due.DueOn, LegalClock.DateOf(due.DueAt.UtcDateTime.AddTicks(-1), zone));
        Assert.Equal(c.WorkingDays, LegalClock.Elapsed(calendar, zone, Instant(c.CompleteStep), pauses, due.DueAt.UtcDateTime));
        return due.DueOn;
    }

    private static DateOnly Expected(Case c)
    {
        var first = new DateOnly(c.Year, 1, 1);
        var dayZero = c.CompleteStep / 48;
        var counted = 0;
        for (var step = dayZero * 48; ; step++)
        {
            if (step % 48 != 47) continue;

            // The last half hour of a day: does somebody still wait for an answer when it is over?
            var day = step / 48;
            if (c.WorkingDays == 0) return first.AddDays(day);
            if (day == dayZero) continue;
            var waits = c.Pauses.Any(p => c.CompleteStep + p.After <= step && c.CompleteStep + p.After + p.For > step);
            var weekday = ((int)first.DayOfWeek + day) % 7;
            if (weekday is 0 or 6 || c.Holidays.Contains(day) || waits) continue;
            counted++;
            if (counted == c.WorkingDays) return first.AddDays(day);
        }
    }
}
