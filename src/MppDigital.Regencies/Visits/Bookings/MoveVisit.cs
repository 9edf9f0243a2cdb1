using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Slots;

namespace MppDigital.Regencies.Visits.Bookings;

/// <summary>Another time for the same visit. Either the new one is taken and the old given back, or nothing changes.</summary>
public sealed record MoveVisit(Applicant Caller, Guid Id, string Slot, BookingSource Source);

internal sealed class MoveVisitHandler(
    IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, IServiceCatalog catalog, VisitOwners owners, FindSlot slots, SlotLedger ledger, BookingTraces traces, VisitViews views,
    RegencySecrets secrets, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IUseCase<MoveVisit, VisitView>
{
    public async Task<Outcome<VisitView>> HandleAsync(MoveVisit input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await owners.FindAsync(db, input.Caller.Sub, input.Id, ct) is not { } visit) return VisitProblems.UnknownVisit;
        var now = clock.GetUtcNow().UtcDateTime;
        if (visit.State != VisitState.Booked || visit.StartsAt <= now) return VisitProblems.NotNow;
        // Pressed twice: it is where it was wanted.
        if (SlotPlan.KeyOf(visit.GroupId, visit.StartsAt) == input.Slot) return await views.OfAsync(db, visit, ct);
        if (visit.Round > VisitLimits.MostMoves) return VisitProblems.TooManyMoves(VisitLimits.MostMoves);
        if (catalog.Find(visit.Service) is not { } service) return VisitProblems.ServiceNotOffered;
        var found = await slots.ForAsync(db, service.Definition, input.Slot, now, ct);
        if (!found.Succeeded) return found.Problem;
        if (found.Value.Plan.Place.Place.Id != visit.PlaceId) return VisitProblems.UnknownSlot;
        var slot = await ledger.EnsureAsync(db, found.Value.Plan, ct);
        try
        {
            return await MoveAsync(db, visit, input, found.Value, slot, now, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return VisitProblems.NotNow;
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            return VisitProblems.AlreadyBooked;
        }
    }

    private async Task<Outcome<VisitView>> MoveAsync(RegencyDbContext db, Visit visit, MoveVisit input, OpenSlot open, Guid slot, DateTime now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Always in the order of their ids: two people who change places must not wait for each other.
        foreach (var id in new[] { visit.SlotId, slot }.Order())
        {
            if (id == visit.SlotId) await SlotLedger.GiveBackAsync(db, id, visit.Minutes, booked: true, ct);
            else if (!await SlotLedger.BookAsync(db, id, open.Minutes, open.OpenPercent, ct)) return open.Full;
        }

        var plan = open.Plan;
        await AuditTrail.AppendAsync(db, visit.Id.ToString("N"), "visit-moved", input.Caller.Sub, "{}", now, ct);
        visit.Move(plan.Line.Group.Id, slot, plan.Day, plan.StartsAt, open.Minutes, OpenVisit.KeyOf(secrets, visit.NikLookup, visit.Service, plan.Day));
        traces.Add(db, visit, BookingAct.Moved, input.Caller, input.Source, now);
        if (visit.Mandate is { } mandate && visit.ActedBy == input.Caller.Sub) db.Outbox.Add(TellMandateUse.Row(mandate, visit.Code, visit.Service, "visit-moved", now));
        db.Outbox.Add(VisitChanged.Row(visit, VisitNews.Booked, now));
        db.Outbox.AddRange(VisitChanged.Reminders(visit, current.Value.Zone, now));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise(current.Value.Code);
        return await views.OfAsync(db, visit, ct);
    }
}
