using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>One move with a number at a counter: recall, hold, transfer, no-show, serve, end or rejoin.</summary>
/// <param name="Ticket">Null: the one that is called or served here now.</param>
/// <param name="Version">As last read.</param>
/// <param name="To">For a transfer: the line to go to.</param>
public sealed record MoveTicket(StaffMember Staff, Guid Counter, TicketMove Move, Guid? Ticket, long? Version, Guid? To = null);

internal sealed class MoveTicketHandler(QueueLine line, Desks desks) : IUseCase<MoveTicket, DeskView>
{
    public async Task<Outcome<DeskView>> HandleAsync(MoveTicket input, CancellationToken ct)
    {
        var found = await desks.FindAsync(input.Staff, input.Counter, ct);
        if (!found.Succeeded) return found.Problem;
        return input.Version is null ? Problems.VersionNeeded : await line.ChangeAsync(found.Value.Place.Id, change => MoveAsync(change, input, ct), ct);
    }

    private async Task<Outcome<DeskView>> MoveAsync(QueueChange change, MoveTicket input, CancellationToken ct)
    {
        var db = change.Db;
        var desk = (await Desks.LoadAsync(db, input.Counter, ct))!;
        var at = await change.Tickets.SingleOrDefaultAsync(t => t.CounterId == desk.Counter.Id && (t.State == TicketState.Called || t.State == TicketState.Serving), ct);
        var ticket = input.Ticket is { } id ? await change.Tickets.SingleOrDefaultAsync(t => t.Id == id, ct) : at;
        if (ticket is null) return input.Ticket is null ? Problems.NobodyAtCounter : Problems.UnknownTicket;
        // A missed number belongs to its line, every other one to the counter that has it.
        if (input.Move == TicketMove.Rejoin ? ticket.GroupId != desk.Group.Id : ticket.CounterId != desk.Counter.Id) return Problems.UnknownTicket;
        if (input.Version != ticket.Version) return Problems.Stale(await desks.ViewAsync(db, desk, change.Now, ct));
        if (input.Move == TicketMove.Recall && at is not null && at.Id != ticket.Id) return Problems.Busy(at.Number);

        var target = input.Move == TicketMove.Transfer ? await db.CounterGroups.SingleOrDefaultAsync(g => g.Id == input.To && g.PlaceId == change.Place, ct) : null;
        if (input.Move == TicketMove.Transfer && target is null) return Problems.UnknownLine;
        if (!Apply(ticket, input.Move, target, change.Now)) return Problems.Impossible(ticket.Number);
        if (input.Move == TicketMove.End) await VisitEnds.ServedAsync(change, ticket, input.Staff.Sub, ct);

        change.Tell(input.Move == TicketMove.Recall ? QueueEventKind.Called : QueueEventKind.Changed, ticket, desk.Group.Agency, desk.Counter.Label);
        await db.SaveChangesAsync(ct);
        return await desks.ViewAsync(db, desk, change.Now, ct);
    }

    private static bool Apply(Ticket ticket, TicketMove move, CounterGroup? target, DateTime now) => move switch
    {
        TicketMove.Recall => ticket.Recall(now),
        TicketMove.Hold => ticket.Hold(),
        TicketMove.Transfer => ticket.Transfer(target!.Id, ticket.Service, null),
        TicketMove.NoShow => ticket.MissCall(now),
        TicketMove.Serve => ticket.Serve(now),
        TicketMove.End => ticket.End(now),
        TicketMove.Rejoin => ticket.Rejoin(now),
        _ => false,
    };
}
