using MppDigital.Platform.Events;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>
/// Half of the limit is used up: the owner is warned. At 80 percent the head too. At the end, where silence grants nothing, also the ministry.
/// Each is given once; the lists of officer and head, the timeline of the file and the figures of the regency show it.
/// </summary>
internal sealed class DeadlineWarnings(LegalDates dates)
{
    public const int OfficerLevel = 50;
    public const int HeadLevel = 80;
    public const int MinistryLevel = 100;

    public static bool IsDue(Application application, DateTime now) => application.OnDesk && application.WarnAt <= now;

    /// <summary>Inside the caller's transaction; the caller saves.</summary>
    public async Task ApplyAsync(RegencyDbContext db, Application application, DateTime now, CancellationToken ct)
    {
        if (!IsDue(application, now)) return;
        foreach (var (level, at) in dates.WarningsOf(await dates.CalendarAsync(db, ct), application).Where(w => w.Level > application.WarnedLevel && w.At <= now)) application.Warn(level, at);
        await dates.SetDeadlineAsync(db, application, ct);
        await RaiseFigures.ByAsync(db, 0, 0, 0, 0, ct);
        db.Outbox.Add(new OutboxRow(SendFigures.Kind, "{}", now));
    }
}
