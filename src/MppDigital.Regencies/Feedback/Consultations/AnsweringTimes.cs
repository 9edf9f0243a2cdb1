using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Regencies.Feedback.Consultations;

/// <summary>When officers answer messages: on working days, in the hours that the regency set, else in those of its hall, by the regency's own clock.</summary>
internal sealed class AnsweringTimes(LegalDates dates, CurrentRegency current)
{
    private const int DaysAhead = 60;

    /// <summary>Where there is neither: eight to three.</summary>
    public static readonly OpenSpan Usual = new(new TimeOnly(8, 0), new TimeOnly(15, 0));

    /// <summary>By the end of the working day that follows the next opening somebody answers.</summary>
    public async Task<AnsweringView> AtAsync(RegencyDbContext db, DateTime now, CancellationToken ct)
    {
        var own = await OwnAsync(db, ct);
        var hall = own is not null ? null : await db.Places.AsNoTracking().Where(p => p.Active && p.Kind == PlaceKind.Hall).OrderBy(p => p.CreatedAt).ThenBy(p => p.Id).Select(p => p.Hours).FirstOrDefaultAsync(ct);
        return Of(await dates.CalendarAsync(db, ct), current.Value.Zone, HoursOf(own, hall), now);
    }

    /// <returns>Null where the regency set none.</returns>
    public static async Task<OpenSpan?> OwnAsync(RegencyDbContext db, CancellationToken ct) =>
        await db.AnsweringHours.AsNoTracking().SingleOrDefaultAsync(ct) is { } hours ? new OpenSpan(TimeOnly.MinValue.AddMinutes(hours.FromMinute), TimeOnly.MinValue.AddMinutes(hours.UntilMinute)) : null;

    /// <param name="hoursOn">Null: nobody answers on that day.</param>
    internal static AnsweringView Of(WorkingCalendar calendar, TimeZoneInfo zone, Func<DateOnly, OpenSpan?> hoursOn, DateTime now)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, zone);
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        // A hall that is shut for good must not mean that nobody ever answers.
        OpenSpan? On(DateOnly date) => calendar.IsWorkingDay(date) ? hoursOn(date) : null;
        if (!Enumerable.Range(0, DaysAhead).Any(d => On(day.AddDays(d)) is not null)) hoursOn = _ => Usual;
        var today = On(day);
        var opens = today is { } span && time < span.Until ? day : Next(day);
        var answer = Next(opens);
        var (hours, last) = (On(opens)!.Value, On(answer)!.Value);
        return new AnsweringView(opens == day && time >= hours.From, hours.From, hours.Until, opens, answer, last.Until);

        DateOnly Next(DateOnly after)
        {
            var next = after.AddDays(1);
            while (On(next) is null) next = next.AddDays(1);
            return next;
        }
    }

    /// <summary>From the first opening of a day to its last closing: over lunch somebody may answer, and nobody is promised it.</summary>
    private static Func<DateOnly, OpenSpan?> HoursOf(OpenSpan? own, string? hall)
    {
        if (own is not null) return _ => own;
        if (hall is null) return _ => Usual;
        var week = OpeningHours.Read(hall);
        return day => week.On(day) is { Count: > 0 } spans ? new OpenSpan(spans[0].From, spans[^1].Until) : null;
    }
}

/// <param name="From">By the regency's clock, on the day of <paramref name="OpensOn"/>, as <paramref name="Until"/>.</param>
/// <param name="OpensOn">Today while it is still open today.</param>
/// <param name="AnswerBy">Last day on which a message sent now is answered, until <paramref name="AnswerUntil"/>.</param>
public sealed record AnsweringView(bool IsOpen, TimeOnly From, TimeOnly Until, DateOnly OpensOn, DateOnly AnswerBy, TimeOnly AnswerUntil)
{
    public string Hours => $"{From:HH\\.mm}–{Until:HH\\.mm}";
}
