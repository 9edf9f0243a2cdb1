using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Calendar;

/// <summary>The legal clock of the current regency: its zone, the national calendar, its own closures.</summary>
internal sealed class LegalDates(CurrentRegency current, NationalCalendar national)
{
    private static readonly int[] Levels = [DeadlineWarnings.OfficerLevel, DeadlineWarnings.HeadLevel, DeadlineWarnings.MinistryLevel];

    public async Task<WorkingCalendar> CalendarAsync(RegencyDbContext db, CancellationToken ct)
    {
        var local = await db.LocalHolidays.AsNoTracking().OrderBy(h => h.Date).Take(400).ToListAsync(ct);
        return national.With([.. local.Select(h => new Holiday(h.Date, h.Name, null, HolidayType.Local))]);
    }

    public LegalDeadline? DueOf(WorkingCalendar calendar, Application application) =>
        application is { CompleteAt: { } completeAt, LimitDays: { } days }
            ? LegalClock.Due(calendar, current.Value.Zone, completeAt, days, [.. application.Pauses.Select(p => new Pause(p.FromAt, p.ToAt))])
            : null;

    public async Task SetDeadlineAsync(RegencyDbContext db, Application application, CancellationToken ct)
    {
        if (application is { CompleteAt: not null, LimitDays: not null })
        {
            var calendar = await CalendarAsync(db, ct);
            application.SetDeadline(DueOf(calendar, application), WarningsOf(calendar, application));
        }
    }

    /// <summary>
    /// The beginning of the working day in which a share of the limit falls, so that a warning comes before the share is gone; for the whole
    /// limit its end, unless the law then grants. Empty while the clock is stopped.
    /// </summary>
    public IReadOnlyList<(int Level, DateTime At)> WarningsOf(WorkingCalendar calendar, Application application)
    {
        if (application is not { CompleteAt: { } completeAt, LimitDays: > 0 and var days }) return [];
        List<Pause> pauses = [.. application.Pauses.Select(p => new Pause(p.FromAt, p.ToAt))];
        return [.. Levels.Where(level => level < 100 || !application.GrantedByLaw)
            .Select(level => (Level: level, Due: LegalClock.Due(calendar, current.Value.Zone, completeAt, days * level / 100, pauses)))
            .Where(w => w.Due is not null).Select(w => (w.Level, w.Due!.DueAt.UtcDateTime))];
    }

    /// <summary>The office has one working day from here to declare the file complete or to return it.</summary>
    public async Task StartDeclaringAsync(RegencyDbContext db, Application application, DateTime now, CancellationToken ct)
    {
        if (application is { CompleteAt: null, LimitDays: not null }) application.DeclareWithin(LegalClock.Due(await CalendarAsync(db, ct), current.Value.Zone, now, 1, [])!.DueAt.UtcDateTime);
    }
}
