using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors.Messages;
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
            db.Outbox.Add(new OutboxRow(SendRenewalReminder.Kind, JsonSerializer.Serialize(new RegisterDocument.Payload(document.Id)), now));
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

/// <summary>Sends one reminder to the number or address that the holder wrote in the application.</summary>
internal sealed class SendRenewalReminder(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, IMessageSender messages, RegencySecrets secrets, CurrentRegency current) : IOutboxHandler
{
    public const string Kind = "renewal-reminder";

    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    string IOutboxHandler.Kind => Kind;

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var id = JsonSerializer.Deserialize<RegisterDocument.Payload>(payload)!.Document;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var document = await db.IssuedDocuments.AsNoTracking().SingleAsync(d => d.Id == id, ct);
        // Ended meanwhile: there is nothing to renew.
        if (!document.IsInForce || document.ValidUntil is not { } until) return;
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == document.ApplicationId, ct);
        var service = catalog.Find(application.Service, application.CatalogVersion)!.Definition;
        var answers = JsonNode.Parse(secrets.OpenAnswers(application.Answers))!.AsObject();
        var to = (Answer(service, answers, "phone"), Answer(service, answers, "email"));
        var text = $"{service.Product.NameId} {document.Number} berlaku sampai {until.ToString("d MMMM yyyy", Indonesian)}. Perpanjang di MPP Digital {current.Value.Name}: buka layanan {service.Code}, data Anda sudah terisi.";
        var message = to switch
        {
            ({ } phone, _) => new OutgoingMessage(MessageChannel.Sms, phone, text),
            (_, { } address) => new OutgoingMessage(MessageChannel.Email, address, text),
            _ => null,
        };
        if (message is not null && messages.CanDeliver && !await messages.SendAsync(message, ct)) throw new InvalidOperationException($"The reminder for {document.Number} was not delivered.");
    }

    private static string? Answer(ServiceDefinition service, JsonObject answers, string type) =>
        service.FormFields.Where(f => f.Type == type).Select(f => answers[f.Name]?.ToString()).FirstOrDefault(a => !string.IsNullOrEmpty(a));
}
