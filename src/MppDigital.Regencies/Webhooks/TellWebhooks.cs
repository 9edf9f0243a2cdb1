using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Events;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Webhooks;

/// <summary>Something happened to an application: it is queued for every webhook that asked for it, once each.</summary>
internal sealed class TellWebhooks(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IOutboxHandler
{
    string IOutboxHandler.Kind => ApplicationChanged.Kind;

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var webhooks = await db.Webhooks.AsNoTracking().Where(w => w.RemovedAt == null).OrderBy(w => w.Id).Take(AddWebhookHandler.MostWebhooks).ToListAsync(ct);
        if (webhooks.Count == 0) return;
        var change = JsonSerializer.Deserialize<ApplicationChanged>(payload)!;
        var application = await db.Applications.AsNoTracking().Include(a => a.Events.Where(e => e.Sequence >= change.From && e.Sequence <= change.To)).SingleAsync(a => a.Id == change.Application, ct);
        var ids = application.Events.Select(e => e.Id).ToList();
        var queued = await db.WebhookDeliveries.AsNoTracking().Where(d => ids.Contains(d.EventId) && d.Round == 0).Select(d => new { d.WebhookId, d.EventId }).ToListAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var news = from happened in application.Events.OrderBy(e => e.Sequence)
                   from webhook in webhooks
                   where webhook.Wants(happened.Kind) && !queued.Exists(q => q.WebhookId == webhook.Id && q.EventId == happened.Id)
                   select new WebhookDelivery
                   {
                       WebhookId = webhook.Id,
                       EventId = happened.Id,
                       ApplicationId = application.Id,
                       Sequence = happened.Sequence,
                       Number = application.Number,
                       Event = happened.Kind,
                       Status = WebhookEvents.StatusAfter(happened.Kind, application.Status),
                       At = happened.At,
                       CreatedAt = now,
                   };
        foreach (var delivery in news.ToList())
        {
            db.WebhookDeliveries.Add(delivery);
            db.Outbox.Add(DeliverWebhook.RowFor(delivery, now, now));
        }

        if (!db.ChangeTracker.HasChanges()) return;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Another worker queued it at the same moment, all of it.
            return;
        }

        signal.Raise(current.Value.Code);
    }
}
