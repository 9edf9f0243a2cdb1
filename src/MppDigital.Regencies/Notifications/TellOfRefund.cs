using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Events;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Payments;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Notifications;

/// <summary>Money went back: its payer is told.</summary>
internal sealed class TellOfRefund(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, IServiceCatalog catalog, WriteNotice notices, OutboxSignal signal, CurrentRegency current) : IOutboxHandler
{
    string IOutboxHandler.Kind => PaymentRefunded.Kind;

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var id = JsonSerializer.Deserialize<PaymentRefunded>(payload)!.Payment;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var bill = await db.Bills.AsNoTracking().Include(b => b.Payments).SingleAsync(b => b.Payments.Any(p => p.Id == id), ct);
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == bill.ApplicationId, ct);
        var service = catalog.Find(application.Service, application.CatalogVersion)!.Definition;
        var facts = TellOfChange.FactsOf(application, service, $"/permohonan/{application.Number}") with { AmountIdr = bill.Payments.Single(p => p.Id == id).RefundIdr };
        var queued = await notices.AddAsync(db, new Notice($"refund-{id:N}", NoticeEvent.Refunded, bill.Sub, NoticeWeight.News, facts) { Application = application.Id }, ct);
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
