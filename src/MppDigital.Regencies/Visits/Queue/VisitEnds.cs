using Microsoft.EntityFrameworkCore;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Visits.Bookings;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>What the end of a number means for the booking behind it.</summary>
internal static class VisitEnds
{
    /// <param name="officer">Who served.</param>
    public static async Task ServedAsync(QueueChange change, Ticket ticket, string officer, CancellationToken ct)
    {
        if (ticket.VisitId is not { } id) return;
        var visit = await change.Db.Visits.SingleAsync(v => v.Id == id, ct);
        if (!visit.IsOpen) return;
        visit.Serve(change.Now);
        // Whoever served is asked about: the agency of the counter.
        var agency = await change.Db.CounterGroups.Where(g => g.Id == ticket.GroupId).Select(g => g.Agency).SingleAsync(ct);
        change.Db.Outbox.Add(new FinishedService(FinishedService.Visit, visit.Id, visit.Service, agency, change.Now, visit.Sub.Length == 0 ? null : visit.Sub, visit.Code).ToRow(change.Now));
        await BookingTraces.ServedAsync(change.Db, visit, officer, change.Now, ct);
    }
}
