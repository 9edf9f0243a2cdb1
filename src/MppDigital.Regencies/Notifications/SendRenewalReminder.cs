using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Events;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Notifications;

/// <summary>Tells the holder of a document that it ends; the walk that found it wrote down which reminder this is.</summary>
internal sealed class SendRenewalReminder(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, IServiceCatalog catalog, WriteNotice notices, OutboxSignal signal, CurrentRegency current) : IOutboxHandler
{
    string IOutboxHandler.Kind => RemindOfRenewal.MessageKind;

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var id = JsonSerializer.Deserialize<RegisterDocument.Payload>(payload)!.Document;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var document = await db.IssuedDocuments.AsNoTracking().SingleAsync(d => d.Id == id, ct);
        // Ended meanwhile: there is nothing to renew.
        if (!document.IsInForce || document.ValidUntil is not { } until) return;
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == document.ApplicationId, ct);
        var step = await db.RenewalReminders.AsNoTracking().Where(r => r.DocumentId == id).MinAsync(r => r.DaysBefore, ct);
        var service = catalog.Find(application.Service, application.CatalogVersion)!.Definition;
        var facts = TellOfChange.FactsOf(application, service, $"/layanan/{service.Code}") with { Document = document.Number, Until = until };
        var queued = await notices.AddAsync(db, new Notice($"renewal-{id:N}-{step}", NoticeEvent.Renewal, application.Sub, NoticeWeight.Needed, facts) { Application = application.Id }, ct);
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
