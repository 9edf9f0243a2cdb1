using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>What is printed. It tells the number, the service and the times, and nothing about the person.</summary>
/// <param name="About">When the number will probably be called; null where no counter is open yet.</param>
/// <param name="Ahead">How many will be called before.</param>
public sealed record TicketSlip(Guid Id, string Number, string Service, string Agency, string PlaceName, DateTimeOffset At, DateTimeOffset? About, int Ahead);

/// <summary>Gives out the next number of a line and tells when it will probably be called.</summary>
internal sealed class IssueTicket(LineTimes times, CurrentRegency current)
{
    /// <param name="visit">The booking or walk-in behind it; null for a number alone.</param>
    public async Task<TicketSlip> AddAsync(QueueChange change, Place place, CounterGroup group, string service, Visit? visit, bool priority, CancellationToken ct)
    {
        var sequence = await change.TakeNumberAsync(group.Id, ct);
        var booked = visit is { Origin: VisitOrigin.Online } ? visit.StartsAt : (DateTime?)null;
        var ticket = Ticket.Issue(new TicketTerms(place.Id, group.Id, change.Today, group.Letter, sequence, service, visit?.Id, priority, change.Now), QueueOrder.DueAt(booked, change.Now));
        change.Db.Tickets.Add(ticket);
        visit?.CheckIn(change.Now);
        change.Tell(QueueEventKind.Changed, ticket, group.Agency, "");
        await change.Db.SaveChangesAsync(ct);

        var line = (await times.OfAsync(change.Db, place, group, change.Now, ct)).About;
        if (line.TryGetValue(ticket.Id, out var about)) ticket.Promise(about);
        return Slip(ticket, group.Agency, place.Name, change.Now, line.TryGetValue(ticket.Id, out var at) ? at : null, Math.Max(0, line.Values.Count(other => other < about)));
    }

    public TicketSlip Slip(Ticket ticket, string agency, string place, DateTime now, DateTime? about, int ahead) =>
        new(ticket.Id, ticket.Number, ticket.Service, agency, place, Local(now), about is { } at ? Local(at) : null, ahead);

    private DateTimeOffset Local(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(utc, TimeSpan.Zero), current.Value.Zone);
}
