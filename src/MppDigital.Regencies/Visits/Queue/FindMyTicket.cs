using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Bookings;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>The number that a visit got at the hall's door, for whoever may see the visit.</summary>
public sealed record FindMyTicket(string Sub, Guid Visit);

public sealed record TicketLink(Guid Id, string Number);

internal sealed class FindMyTicketHandler(IDbContextFactory<RegencyDbContext> contexts, VisitOwners owners) : IUseCase<FindMyTicket, TicketLink>
{
    public async Task<Outcome<TicketLink>> HandleAsync(FindMyTicket input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await owners.FindAsync(db, input.Sub, input.Visit, ct) is not { } visit) return Problems.UnknownVisit;
        return await db.Tickets.AsNoTracking().SingleOrDefaultAsync(t => t.VisitId == visit.Id, ct) is { } ticket ? new TicketLink(ticket.Id, ticket.Number) : Problems.UnknownTicket;
    }
}
