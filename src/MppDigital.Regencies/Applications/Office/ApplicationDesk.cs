using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Office;

/// <param name="Version">From If-Match; null when the caller sent none.</param>
public sealed record DeskRequest(StaffMember Staff, string Number, long? Version);

/// <summary>What every move of an officer has in common: load, apply the law, refuse early, change, record, one save.</summary>
internal sealed class ApplicationDesk(
    IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, LegalDates dates, OfficerViews views, GrantByLaw law, DocumentIssuer issuer,
    OutboxSignal signal, CurrentRegency current, TimeProvider clock)
{
    public async Task<Outcome<OfficerView>> MoveAsync(DeskRequest request, Move move, Action<Application, DateTime> change, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LoadAsync(db, request.Number, ct) is not { } application) return Problems.UnknownApplication;
        var service = catalog.Find(application.Service, application.CatalogVersion)!.Definition;
        if (!ApplicationMoves.MayDo(request.Staff, move, service)) return Problems.WrongRole;

        var now = clock.GetUtcNow().UtcDateTime;
        if (await law.ApplyAsync(db, application, service, now, ct))
        {
            await SaveAsync(db, transaction, ct);
            return Problems.GrantedByLaw;
        }

        if (request.Version is null) return Problems.VersionNeeded;
        if (request.Version != application.Version) return Problems.Stale(await views.OfAsync(db, application, service, request.Staff, ct));
        if (!ApplicationMoves.IsOpen(move, application, service)) return Problems.IllegalMove;
        if (ApplicationMoves.BreaksTwoPersonRule(request.Staff, move, application, service)) return Problems.SamePerson;
        // Last of all, so that nobody looks for the phone in vain.
        if (move is Move.Approve or Move.Refuse && !request.Staff.HasFreshFactor) return StepUp.Required;

        var alarmed = application.AlarmedAt;
        change(application, now);
        await dates.SetDeadlineAsync(db, application, ct);
        await AuditTrail.AppendAsync(db, application.Number, $"application-{application.Events[^1].Kind}", request.Staff.Sub, "{}", now, ct);
        if (application.Status == ApplicationStatus.Approved) await issuer.IssueAsync(db, application, service, SignatureOf(request.Staff), now, ct);
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
        db.Applications.Include(a => a.Events).Include(a => a.Pauses).Include(a => a.Evidence).AsSplitQuery().SingleOrDefaultAsync(a => a.Number == number, ct);

    private static Signature SignatureOf(StaffMember staff) => new(staff.Name, staff.Seats.FirstOrDefault(s => s.Role == OfficerRole.Head)?.Agency ?? "");

    private async Task SaveAsync(RegencyDbContext db, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise(current.Value.Code);
    }
}
