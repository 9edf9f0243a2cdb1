using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>Where a number stands now, for whoever holds its link. It says nothing about the person.</summary>
public sealed record ReadTicket(Guid Ticket);

/// <param name="State">As in <see cref="TicketView"/>.</param>
/// <param name="Ahead">How many will be called before; 0 once it was called.</param>
/// <param name="About">When it will probably be called; null where nobody knows.</param>
/// <param name="Counter">Label of the counter to go to; null while it waits.</param>
/// <param name="NowCalled">The last number of the line that was called; null before the first.</param>
/// <param name="Today">False: the number was of another day.</param>
public sealed record TicketStanding(
    Guid Id, string Number, string Service, string Agency, Guid Place, string PlaceName, string State, int Ahead, DateTimeOffset? About, string? Counter, string? NowCalled, bool Today, DateTimeOffset AsOf);

internal sealed class ReadTicketHandler(IDbContextFactory<RegencyDbContext> contexts, LineTimes times, CurrentRegency current, TimeProvider clock) : IUseCase<ReadTicket, TicketStanding>
{
    public async Task<Outcome<TicketStanding>> HandleAsync(ReadTicket input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var row = await (
            from t in db.Tickets.AsNoTracking()
            join g in db.CounterGroups on t.GroupId equals g.Id
            join p in db.Places on t.PlaceId equals p.Id
            where t.Id == input.Ticket
            select new { t, g, p }).SingleOrDefaultAsync(ct);
        if (row is null) return Problems.UnknownTicket;
        var (ticket, today) = (row.t, row.t.Day == StaffDirectory.DayOf(now, current.Value));
        var line = today ? await times.OfAsync(db, row.p, row.g, now, ct) : new LineToday([], new Dictionary<Guid, DateTime>());
        var waiting = ticket.State.IsWaiting() ? QueueOrder.InOrder(line.Tickets.Where(t => t.State.IsWaiting())) : [];
        DateTime? about = waiting.Count > 0 && line.About.TryGetValue(ticket.Id, out var at) ? at : null;
        var counter = ticket.CounterId is { } id ? await db.Counters.Where(c => c.Id == id).Select(c => c.Label).SingleOrDefaultAsync(ct) : null;
        var called = line.Tickets.Where(t => t.CalledAt is not null).MaxBy(t => t.LastCalledAt);
        return new TicketStanding(
            ticket.Id, ticket.Number, ticket.Service, row.g.Agency, row.p.Id, row.p.Name, Desks.NameOf(ticket.State),
            about is { } mine ? waiting.Count(t => t.Id != ticket.Id && line.About.TryGetValue(t.Id, out var other) && other < mine) : Math.Max(0, waiting.FindIndex(t => t.Id == ticket.Id)),
            about is { } when ? Local(when) : null, counter, called?.Number, today, Local(now));
    }

    private DateTimeOffset Local(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(utc, TimeSpan.Zero), current.Value.Zone);
}
