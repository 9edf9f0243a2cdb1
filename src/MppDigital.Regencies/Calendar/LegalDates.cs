using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Calendar;

/// <summary>The legal clock of the current regency: its zone, the national calendar, its own closures.</summary>
internal sealed class LegalDates(CurrentRegency current, NationalCalendar national)
{
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
        if (application is { CompleteAt: not null, LimitDays: not null }) application.SetDeadline(DueOf(await CalendarAsync(db, ct), application));
    }

    /// <summary>The office has one working day from here to declare the file complete or to return it.</summary>
    public async Task StartDeclaringAsync(RegencyDbContext db, Application application, DateTime now, CancellationToken ct)
    {
        if (application is { CompleteAt: null, LimitDays: not null }) application.DeclareWithin(LegalClock.Due(await CalendarAsync(db, ct), current.Value.Zone, now, 1, [])!.DueAt.UtcDateTime);
    }
}
