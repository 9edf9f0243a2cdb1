using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Fees;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Office;

/// <param name="Version">From If-Match; null when the caller sent none.</param>
public sealed record DeskRequest(StaffMember Staff, string Number, long? Version);

/// <summary>What every move of an officer has in common.</summary>
internal sealed class ApplicationDesk(
    IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, LegalDates dates, OfficerViews views, GrantByLaw law, DocumentIssuer issuer,
    RegencySecrets secrets, OutboxSignal signal, CurrentRegency current, TimeProvider clock)
{
    /// <summary>A stage with a report: what the definition asks of it is looked at before anything changes.</summary>
    /// <param name="needsNote">Why a note must be there; null where it may be empty.</param>
    /// <param name="isInOrder">False where the officer objects.</param>
    public Task<Outcome<OfficerView>> WorkAsync(DeskRequest request, Move move, StageReport report, string? needsNote, Action<Application, StageWork> change, CancellationToken ct, bool isInOrder = true) =>
        MoveAsync(request, move, (_, stage) => report.Refusal(stage, needsNote, isInOrder), (application, stage, now) =>
            change(application, new StageWork(stage, request.Staff.Sub, now, secrets.SealReason(report.Note.Trim()), [.. report.Checked.Distinct()])), ct);

    /// <param name="refusal">What is wrong with the call once its step is known; null where nothing can be.</param>
    public Task<Outcome<OfficerView>> MoveAsync(DeskRequest request, Move move, Func<Application, WorkflowStep, Problem?>? refusal, Action<Application, WorkflowStep, DateTime> change, CancellationToken ct)
    {
        WorkflowStep? step = null;
        return ChangeAsync(
            request,
            service => ApplicationMoves.MayDo(request.Staff, move, service),
            (application, service) =>
            {
                step = ApplicationMoves.StepFor(request.Staff, move, application, service);
                if (step is null) return FollowFee.Bars(move, application, service) ? Problems.FeeNotPaid : Problems.IllegalMove;
                if (ApplicationMoves.BreaksTwoPersonRule(request.Staff, move, application, service)) return Problems.SamePerson;
                if (refusal?.Invoke(application, step) is { } refused) return refused;
                // Last of all, so that nobody looks for the phone in vain.
                return move is Move.Approve or Move.Refuse && !request.Staff.HasFreshFactor ? StepUp.Required : null;
            },
            (application, now) => change(application, step!, now), ct);
    }

    /// <summary>Load, apply the law, refuse early, change, record, one save.</summary>
    /// <param name="mayDo">By role and agency alone, before anything about the file is told.</param>
    public async Task<Outcome<OfficerView>> ChangeAsync(
        DeskRequest request, Func<ServiceDefinition, bool> mayDo, Func<Application, ServiceDefinition, Problem?> refusal, Action<Application, DateTime> change, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LoadAsync(db, request.Number, ct) is not { } application) return Problems.UnknownApplication;
        var service = catalog.Find(application.Service, application.CatalogVersion)!.Definition;
        if (!mayDo(service)) return Problems.WrongRole;

        var now = clock.GetUtcNow().UtcDateTime;
        if (await law.ApplyAsync(db, application, service, now, ct))
        {
            await SaveAsync(db, transaction, ct);
            return Problems.GrantedByLaw;
        }

        if (request.Version is null) return Problems.VersionNeeded;
        if (request.Version != application.Version) return Problems.Stale(await views.OfAsync(db, application, service, request.Staff, ct));
        if (refusal(application, service) is { } refused) return refused;

        var alarmed = application.AlarmedAt;
        change(application, now);
        await AuditTrail.AppendAsync(db, application.Number, $"application-{application.Events[^1].Kind}", request.Staff.Sub, "{}", now, ct);
        if (application.Status == ApplicationStatus.Approved) await issuer.IssueAsync(db, application, service, SignatureOf(request.Staff), now, ct);
        await FollowFee.OnAsync(db, application, service, now, ct);
        ApplicationMoves.Route(application, service);
        await dates.SetDeadlineAsync(db, application, ct);
        if (application.DecidedAt == now) await RaiseFigures.ByAsync(db, 0, 1, 0, application.Status == ApplicationStatus.Issued ? 1 : 0, ct);
        else if (application.AlarmedAt != alarmed) await RaiseFigures.ByAsync(db, 0, 0, 0, 0, ct);
        db.Outbox.Add(new OutboxRow(SendFigures.Kind, "{}", now));

        try
        {
            await SaveAsync(db, transaction, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            await transaction.RollbackAsync(ct);
            await using var fresh = await contexts.CreateDbContextAsync(ct);
            return Problems.Stale(await views.OfAsync(fresh, (await LoadAsync(fresh, request.Number, ct))!, service, request.Staff, ct));
        }

        return await views.OfAsync(db, application, service, request.Staff, ct);
    }

    internal static Task<Application?> LoadAsync(RegencyDbContext db, string number, CancellationToken ct) =>
        db.Applications.Include(a => a.Events).Include(a => a.Pauses).Include(a => a.Evidence).Include(a => a.Owners).AsSplitQuery().SingleOrDefaultAsync(a => a.Number == number, ct);

    private static Signature SignatureOf(StaffMember staff) => new(staff.Name, staff.Seats.FirstOrDefault(s => s.Role == OfficerRole.Head)?.Agency ?? "", staff.Sub);

    private async Task SaveAsync(RegencyDbContext db, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise(current.Value.Code);
    }
}
