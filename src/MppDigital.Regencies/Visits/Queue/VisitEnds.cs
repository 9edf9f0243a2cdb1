using Microsoft.EntityFrameworkCore;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>What the end of a number means for the booking behind it.</summary>
internal static class VisitEnds
{
    public static async Task ServedAsync(QueueChange change, Ticket ticket, CancellationToken ct)
    {
        if (ticket.VisitId is not { } id) return;
        var visit = await change.Db.Visits.SingleAsync(v => v.Id == id, ct);
        if (visit.IsOpen) visit.Serve(change.Now);
    }
}
