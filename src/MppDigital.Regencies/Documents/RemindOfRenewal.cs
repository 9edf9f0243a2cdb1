using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Events;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Documents;

/// <summary>
/// Every morning in the zone of the regency: whose document ends in so many days gets one message. The reminder and its message are one
/// transaction with a key of document and days, so that a second walk, or a second node, writes nothing.
/// </summary>
internal sealed class RemindOfRenewal(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, IServiceCatalog catalog, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IRegencyTask
{
    public const string TaskKind = "renewal-reminders";

    /// <summary>Kind of the row that asks for the message.</summary>
    public const string MessageKind = "renewal-reminder";

    private const int MostAtOnce = 500;

    // No service asks to be told earlier than this.
    private const int Horizon = 366;

    string IRegencyTask.Kind => TaskKind;

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(current.Value.At(now).Date);
        var horizon = today.AddDays(Horizon);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var soon = await (from document in db.IssuedDocuments
                          where document.ValidUntil >= today && document.ValidUntil <= horizon && document.RevokedAt == null && document.ReplacedAt == null
                          join application in db.Applications on document.ApplicationId equals application.Id
                          orderby document.ValidUntil
                          select new { document.Id, document.ValidUntil, application.Service, application.CatalogVersion }).AsNoTracking().ToListAsync(ct);
        var written = 0;
        foreach (var document in soon.Where(_ => written < MostAtOnce))
        {
            var days = document.ValidUntil!.Value.DayNumber - today.DayNumber;
            var service = catalog.Find(document.Service, document.CatalogVersion)!.Definition;
            // The nearest step that is due: whoever was away for a week is not told three times in one morning.
            if (service.Product.RemindDaysBefore.Where(d => d >= days).DefaultIfEmpty(-1).Min() is not (>= 0 and var step)) continue;
            if (await db.RenewalReminders.AnyAsync(r => r.DocumentId == document.Id && r.DaysBefore <= step, ct)) continue;
            db.RenewalReminders.Add(new RenewalReminder { DocumentId = document.Id, DaysBefore = step, At = now });
            db.Outbox.Add(new OutboxRow(MessageKind, JsonSerializer.Serialize(new RegisterDocument.Payload(document.Id)), now));
            try
            {
                await db.SaveChangesAsync(ct);
                written++;
            }
            catch (DbUpdateException e) when (engine.IsDuplicate(e))
            {
                // Another node wrote this one at the same moment.
                db.ChangeTracker.Clear();
            }
        }

        if (written > 0) signal.Raise(current.Value.Code);
    }
}
