using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Events;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Bookings;

namespace MppDigital.Regencies.Notifications;

/// <summary>Somebody is expected, reminded, or was missed: the person who comes is told, whoever booked it for them.</summary>
internal sealed class TellOfVisit(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, IServiceCatalog catalog, WriteNotice notices, OutboxSignal signal, CurrentRegency current) : IOutboxHandler
{
    string IOutboxHandler.Kind => VisitChanged.Kind;

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var change = JsonSerializer.Deserialize<VisitChanged>(payload)!;
        await using var db = await contexts.CreateDbContextAsync(ct);
        // Without an account there is nobody to write to; of a visit that was moved or cancelled meanwhile nobody is reminded.
        if (await db.Visits.AsNoTracking().SingleOrDefaultAsync(v => v.Id == change.Visit, ct) is not { Sub.Length: > 0 } visit) return;
        if (change.News is VisitNews.Booked or VisitNews.Tomorrow or VisitNews.Soon && (visit.State != VisitState.Booked || visit.Round != change.Round)) return;
        if (catalog.Find(visit.Service) is not { Definition: var service }) return;
        var what = change.News switch
        {
            VisitNews.Booked => NoticeEvent.VisitBooked,
            VisitNews.CalledOff => NoticeEvent.VisitCalledOff,
            VisitNews.Missed => NoticeEvent.VisitMissed,
            _ => NoticeEvent.VisitReminder,
        };
        var facts = new NoticeFacts(visit.Code, service.Code, service.NameId, service.NameEn, $"/kunjungan/{visit.Id}") { At = visit.StartsAt };
        var weight = change.News == VisitNews.Booked ? NoticeWeight.News : NoticeWeight.Needed;
        // Two hours before eight is six in the morning: late is worse than early.
        var notice = new Notice($"visit-{visit.Id:N}-{change.Round}-{change.News}", what, visit.Sub, weight, facts) { Urgent = change.News is VisitNews.Booked or VisitNews.Soon };
        var queued = await notices.AddAsync(db, notice, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            return;
        }

        if (queued) signal.Raise(current.Value.Code);
    }
}
