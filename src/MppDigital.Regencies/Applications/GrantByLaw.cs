using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Regencies.Applications.Fees;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>
/// UU 30/2014 art. 53 as amended: what is not decided in time is granted. The truth is the clock's; this only writes it down, on whatever comes
/// first: somebody reads the file, somebody tries to decide it, or the nightly walk.
/// </summary>
internal sealed class GrantByLaw(LegalDates dates, LapsedDeclaration lapsed, DeadlineWarnings warnings, DocumentIssuer issuer)
{
    /// <summary>Whether the clock has brought about anything that is not written down yet.</summary>
    public static bool HasWork(Application application, DateTime now) => IsDue(application, now) || LapsedDeclaration.IsDue(application, now) || DeadlineWarnings.IsDue(application, now);

    public static bool IsDue(Application application, DateTime now) =>
        application is { GrantedByLaw: true, DueAt: { } due, CompleteAt: not null } && application.Status.IsOpen() && due <= now;

    /// <summary>Inside the caller's transaction; the caller saves.</summary>
    /// <returns>True when the application was granted just now.</returns>
    public async Task<bool> ApplyAsync(RegencyDbContext db, Application application, ServiceDefinition service, DateTime now, CancellationToken ct)
    {
        if (await FollowFee.SettleAsync(db, application, ct)) await dates.SetDeadlineAsync(db, application, ct);
        await lapsed.ApplyAsync(db, application, service, now, ct);
        await OweAsync(db, application, service, now, ct);
        await warnings.ApplyAsync(db, application, now, ct);
        if (!IsDue(application, now)) return false;
        var due = application.DueAt!.Value;
        application.GrantByLaw();
        await AuditTrail.AppendAsync(db, application.Number, "application-deemed", "law", "{}", now, ct);
        await issuer.IssueAsync(db, application, service, null, due, ct);
        await FollowFee.OnAsync(db, application, service, due, ct);
        await RaiseFigures.ByAsync(db, 0, 1, 1, application.Status == ApplicationStatus.Issued ? 1 : 0, ct);
        db.Outbox.Add(new OutboxRow(SendFigures.Kind, "{}", now));
        return true;
    }

    private async Task OweAsync(RegencyDbContext db, Application application, ServiceDefinition service, DateTime now, CancellationToken ct)
    {
        var owed = application.OwesSince;
        await FollowFee.OnAsync(db, application, service, now, ct);
        if (application.OwesSince != owed) await dates.SetDeadlineAsync(db, application, ct);
    }
}
