using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Slots;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>Whoever comes without a booking takes a number at the kiosk, and with it a place in the ledger of slots: both or neither.</summary>
/// <param name="Line">The counters whose line it is.</param>
/// <param name="Priority">Declared by the person, checked at the counter.</param>
public sealed record TakeTicket(Guid Place, Guid Line, string Service, bool Priority);

internal sealed class TakeTicketHandler(IDbContextFactory<RegencyDbContext> contexts, QueueLine line, IssueTicket issue, WalkInPlace walkIns, IServiceCatalog catalog, TimeProvider clock) : IUseCase<TakeTicket, TicketSlip>
{
    /// <summary>Of a place that somebody else took between finding and taking it.</summary>
    private static readonly Problem Lost = new(ProblemKind.Conflict, "walk-in-lost", "");

    public async Task<Outcome<TicketSlip>> HandleAsync(TakeTicket input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Places.AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.Place && p.Active, ct) is not { } place) return Problems.UnknownPlace;
        var group = await db.CounterGroups.AsNoTracking().SingleOrDefaultAsync(g => g.Id == input.Line && g.PlaceId == place.Id, ct);
        if (group is null || catalog.Find(input.Service)?.Definition is not { } service || !group.Serves(service.Code, service.Agency.Code)) return Problems.NotServedHere;

        // Each round that is lost was won by somebody else, and a day has few slots.
        var lost = new HashSet<Guid>();
        while (true)
        {
            var found = await walkIns.FindAsync(place.Id, group, service, clock.GetUtcNow().UtcDateTime, lost, ct);
            if (!found.Succeeded) return found.Problem;
            var slot = found.Value;
            var slip = await line.ChangeAsync<TicketSlip>(place.Id, async change =>
            {
                if (slot != WalkInSlot.Unrationed && !await SlotLedger.WalkInAsync(change.Db, slot.Id, slot.Minutes, ct)) return Lost;
                return await issue.AddAsync(change, place, group, service.Code, null, input.Priority, ct);
            }, ct);
            if (slip.Succeeded || !ReferenceEquals(slip.Problem, Lost)) return slip;
            lost.Add(slot.Id);
        }
    }
}
