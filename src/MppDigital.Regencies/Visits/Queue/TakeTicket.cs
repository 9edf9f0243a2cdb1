using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>Whoever comes without a booking takes a number at the kiosk.</summary>
/// <param name="Line">The counters whose line it is.</param>
/// <param name="Priority">Declared by the person, checked at the counter.</param>
public sealed record TakeTicket(Guid Place, Guid Line, string Service, bool Priority);

internal sealed class TakeTicketHandler(QueueLine line, IssueTicket issue, IServiceCatalog catalog) : IUseCase<TakeTicket, TicketSlip>
{
    public async Task<Outcome<TicketSlip>> HandleAsync(TakeTicket input, CancellationToken ct) => await line.ChangeAsync<TicketSlip>(input.Place, async change =>
    {
        if (await change.Db.Places.SingleOrDefaultAsync(p => p.Id == input.Place && p.Active, ct) is not { } place) return Problems.UnknownPlace;
        var group = await change.Db.CounterGroups.SingleOrDefaultAsync(g => g.Id == input.Line && g.PlaceId == place.Id, ct);
        if (group is null || catalog.Find(input.Service) is not { } service || !group.Serves(service.Code, service.Definition.Agency.Code)) return Problems.NotServedHere;
        return await issue.AddAsync(change, place, group, service.Code, null, input.Priority, ct);
    }, ct);
}
