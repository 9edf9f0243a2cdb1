using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Consultations;

/// <summary>When officers answer messages: on working days, between two hours of the regency's own clock.</summary>
internal sealed class AnsweringTimes(LegalDates dates, CurrentRegency current)
{
    private const int UsualFrom = 8 * 60;
    private const int UsualUntil = 15 * 60;

    /// <summary>The end of the working day that follows the next opening: until then somebody answers.</summary>
    public async Task<AnsweringView> AtAsync(RegencyDbContext db, DateTime now, CancellationToken ct)
    {
        var hours = await db.AnsweringHours.AsNoTracking().SingleOrDefaultAsync(ct);
        return Of(await dates.CalendarAsync(db, ct), current.Value.Zone, hours?.FromMinute ?? UsualFrom, hours?.UntilMinute ?? UsualUntil, now);
    }

    internal static AnsweringView Of(WorkingCalendar calendar, TimeZoneInfo zone, int from, int until, DateTime now)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, zone);
        var (day, minute) = (DateOnly.FromDateTime(local), (local.Hour * 60) + local.Minute);
        var isOpen = calendar.IsWorkingDay(day) && minute >= from && minute < until;
        var opens = calendar.IsWorkingDay(day) && minute < until ? day : Next(calendar, day);
        return new AnsweringView(isOpen, from, until, opens, Next(calendar, opens));
    }

    private static DateOnly Next(WorkingCalendar calendar, DateOnly after)
    {
        var day = after.AddDays(1);
        while (!calendar.IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }
}

/// <param name="FromMinute">After local midnight, as <paramref name="UntilMinute"/>.</param>
/// <param name="OpensOn">Today while it is still open today.</param>
/// <param name="AnswerBy">Last day on which a message sent now is answered.</param>
public sealed record AnsweringView(bool IsOpen, int FromMinute, int UntilMinute, DateOnly OpensOn, DateOnly AnswerBy)
{
    public string Hours => $"{FromMinute / 60:00}.{FromMinute % 60:00}–{UntilMinute / 60:00}.{UntilMinute % 60:00}";
}
