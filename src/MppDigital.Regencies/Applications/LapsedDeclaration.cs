using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>
/// An office cannot keep the legal clock from starting by saying nothing. One working day after filing the file counts as complete since it was
/// filed, unless something is open that must be verified: then head and ministry are alarmed instead, for silence must never turn a forged paper into a permit.
/// </summary>
internal sealed class LapsedDeclaration(LegalDates dates)
{
    public static bool IsDue(Application application, DateTime now) => application is { DeclareBy: { } until, AlarmedAt: null } && until <= now;

    /// <summary>Inside the caller's transaction; the caller saves. It happened when the day ended, whenever it is written down.</summary>
    public async Task ApplyAsync(RegencyDbContext db, Application application, ServiceDefinition service, DateTime now, CancellationToken ct)
    {
        if (!IsDue(application, now)) return;
        var until = application.DeclareBy!.Value;
        var mustBeVerified = service.Requirements.Where(r => r.MustBeVerified).Select(r => r.Code).ToHashSet();
        if (application.Evidence.Any(e => e.State == EvidenceState.Open && mustBeVerified.Contains(e.Requirement)))
        {
            application.Alarm(until);
        }
        else
        {
            application.Complete("law", ActorKind.Law, until, application.SubmittedAt);
            await dates.SetDeadlineAsync(db, application, ct);
        }

        await AuditTrail.AppendAsync(db, application.Number, $"application-{application.Events[^1].Kind}", "law", "{}", now, ct);
        await RaiseFigures.ByAsync(db, 0, 0, 0, 0, ct);
        db.Outbox.Add(new OutboxRow(SendFigures.Kind, "{}", now));
    }
}
