using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Slots;

namespace MppDigital.Regencies.Visits.Bookings;

/// <summary>The citizen gives a time back before it begins; somebody else can take it in the same second. A repeat changes nothing.</summary>
/// <param name="Caller">Whoever is at the keys.</param>
public sealed record CancelVisit(Applicant Caller, Guid Id, BookingSource Source);

internal sealed class CancelVisitHandler(
    IDbContextFactory<RegencyDbContext> contexts, VisitOwners owners, BookingTraces traces, VisitViews views, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IUseCase<CancelVisit, VisitView>
{
    public async Task<Outcome<VisitView>> HandleAsync(CancelVisit input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await owners.FindAsync(db, input.Caller.Sub, input.Id, ct) is not { } visit) return VisitProblems.UnknownVisit;
        if (visit.State == VisitState.Cancelled) return await views.OfAsync(db, visit, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        if (visit.State != VisitState.Booked || visit.StartsAt <= now) return VisitProblems.NotNow;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await SlotLedger.GiveBackAsync(db, visit.SlotId, visit.Minutes, visit.Origin == VisitOrigin.Online, ct);
        await AuditTrail.AppendAsync(db, visit.Id.ToString("N"), "visit-cancelled", input.Caller.Sub, "{}", now, ct);
        visit.Cancel(now);
        traces.Add(db, visit, BookingAct.Cancelled, input.Caller, input.Source, now);
        if (visit.Mandate is { } mandate && visit.ActedBy == input.Caller.Sub) db.Outbox.Add(TellMandateUse.Row(mandate, visit.Code, visit.Service, "visit-cancelled", now));
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Checked in or cancelled at the same moment; what the ledger was given back goes with this transaction.
            return VisitProblems.NotNow;
        }

        signal.Raise(current.Value.Code);
        return await views.OfAsync(db, visit, ct);
    }
}
