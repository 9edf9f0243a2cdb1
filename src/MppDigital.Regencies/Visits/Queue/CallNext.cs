using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>Asks the next of the line to this counter. What is being served here ends with it. Two counters that ask at once get two numbers.</summary>
public sealed record CallNext(StaffMember Staff, Guid Counter);

internal sealed class CallNextHandler(QueueLine line, Desks desks) : IUseCase<CallNext, DeskView>
{
    public async Task<Outcome<DeskView>> HandleAsync(CallNext input, CancellationToken ct)
    {
        var found = await desks.FindAsync(input.Staff, input.Counter, ct);
        return found.Succeeded ? await line.ChangeAsync(found.Value.Place.Id, change => NextAsync(change, input, ct), ct) : found.Problem;
    }

    private async Task<Outcome<DeskView>> NextAsync(QueueChange change, CallNext input, CancellationToken ct)
    {
        var db = change.Db;
        var desk = (await Desks.LoadAsync(db, input.Counter, ct))!;
        if (desk.Counter.State != CounterState.Open) return Problems.CounterNotOpen;
        var at = await change.Tickets.SingleOrDefaultAsync(t => t.CounterId == desk.Counter.Id && (t.State == TicketState.Called || t.State == TicketState.Serving), ct);
        if (at is { State: TicketState.Called }) return Problems.Busy(at.Number);
        if (at is not null)
        {
            at.End(change.Now);
            await VisitEnds.ServedAsync(change, at, input.Staff.Sub, ct);
        }

        var recent = await change.Tickets.Where(t => t.GroupId == desk.Group.Id && t.CalledAt != null).OrderByDescending(t => t.CalledAt).ThenByDescending(t => t.Id).Take(QueueOrder.PriorityEvery - 1).Select(t => t.Priority).ToListAsync(ct);
        var waiting = await change.Tickets.Where(t => t.GroupId == desk.Group.Id && (t.State == TicketState.Waiting || t.State == TicketState.Transferred) && (t.CounterId == null || t.CounterId == desk.Counter.Id)).ToListAsync(ct);
        if (QueueOrder.Next(waiting, recent) is { } next)
        {
            next.Call(desk.Counter.Id, change.Now);
            change.Tell(QueueEventKind.Called, next, desk.Group.Agency, desk.Counter.Label);
        }
        else
        {
            if (at is null) return Problems.NobodyWaits;
            change.Tell(QueueEventKind.Changed, at, desk.Group.Agency, desk.Counter.Label);
        }

        await db.SaveChangesAsync(ct);
        return await desks.ViewAsync(db, desk, change.Now, ct);
    }
}
