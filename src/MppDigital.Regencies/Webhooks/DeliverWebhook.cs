using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MppDigital.Connectors.Webhooks;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Webhooks;

/// <summary>
/// Tells one webhook one event, at least once, and what happened to one application in the order in which it happened: what comes later waits for what
/// came earlier. A webhook that fails is left alone for longer and longer, and paused in the end.
/// </summary>
internal sealed partial class DeliverWebhook(
    IDbContextFactory<RegencyDbContext> contexts, WebhookClient client, RegencySecrets secrets, OutboxSignal signal, CurrentRegency current, TimeProvider clock, ILogger<DeliverWebhook> log) : IOutboxHandler
{
    public const string PayloadKind = "deliver-webhook";

    private const int MostMeetings = 8;

    private readonly ILogger log = log;

    string IOutboxHandler.Kind => PayloadKind;

    bool IOutboxHandler.AsksOthers => true;

    public static OutboxRow RowFor(WebhookDelivery delivery, DateTime now, DateTime dueAt) => new(PayloadKind, JsonSerializer.Serialize(new Payload(delivery.Id)), now, dueAt);

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var id = JsonSerializer.Deserialize<Payload>(payload)!.Delivery;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.WebhookDeliveries.SingleOrDefaultAsync(d => d.Id == id, ct) is not { DeliveredAt: null } delivery) return;
        var webhook = await db.Webhooks.SingleAsync(w => w.Id == delivery.WebhookId, ct);
        // Whoever switches it on again queues what has waited.
        if (!webhook.IsOn) return;
        var now = clock.GetUtcNow().UtcDateTime;
        // What came earlier queues this one when it is through.
        if (delivery.Round == 0 && await Waiting(db, delivery).AnyAsync(d => d.Sequence < delivery.Sequence, ct)) return;
        if (await RestUntilAsync(db, webhook, ct) is var rest && rest > now)
        {
            db.Outbox.Add(RowFor(delivery, now, rest));
            await db.SaveChangesAsync(ct);
            return;
        }

        var answer = await client.SendAsync(new Uri(webhook.Address), secrets.Open<string>("webhook-secret", webhook.Secret), delivery.Id, BodyOf(delivery), ct);
        for (var met = 1; ; met++)
        {
            await SettleAsync(db, webhook, delivery, answer, ct);
            try
            {
                await db.SaveChangesAsync(ct);
                break;
            }
            catch (DbUpdateConcurrencyException) when (met < MostMeetings)
            {
                // Another delivery, or a person, changed the webhook meanwhile; what they left is looked at afresh.
                db.ChangeTracker.Clear();
                delivery = await db.WebhookDeliveries.SingleAsync(d => d.Id == id, ct);
                webhook = await db.Webhooks.SingleAsync(w => w.Id == delivery.WebhookId, ct);
            }
        }

        if (answer.Result == WebhookAnswer.Ok) signal.Raise(current.Value.Code);
        else if (!webhook.IsOn) await NoteAsync(db, webhook, ct);
    }

    private async Task SettleAsync(RegencyDbContext db, Webhook webhook, WebhookDelivery delivery, WebhookAnswer answer, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        delivery.Try(answer.Result, answer.Status, answer.LatencyMs, now);
        if (answer.Result != WebhookAnswer.Ok)
        {
            webhook.Fail(answer.IsGone, now);
            if (webhook.IsOn) db.Outbox.Add(RowFor(delivery, now, now + webhook.Rest));
            return;
        }

        webhook.Succeed();
        if (delivery.Round == 0 && await Waiting(db, delivery).Where(d => d.Sequence > delivery.Sequence).OrderBy(d => d.Sequence).FirstOrDefaultAsync(ct) is { } next) db.Outbox.Add(RowFor(next, now, now));
    }

    private static IQueryable<WebhookDelivery> Waiting(RegencyDbContext db, WebhookDelivery delivery)
    {
        var (webhook, application) = (delivery.WebhookId, delivery.ApplicationId);
        return db.WebhookDeliveries.AsNoTracking().Where(d => d.WebhookId == webhook && d.ApplicationId == application && d.DeliveredAt == null && d.Round == 0);
    }

    /// <summary>So that a thousand files that wait are not a thousand failures.</summary>
    private static async Task<DateTime> RestUntilAsync(RegencyDbContext db, Webhook webhook, CancellationToken ct)
    {
        if (webhook.Failures == 0) return DateTime.MinValue;
        var id = webhook.Id;
        return await db.WebhookDeliveries.Where(d => d.WebhookId == id).MaxAsync(d => d.TriedAt, ct) is { } tried ? tried + webhook.Rest : DateTime.MinValue;
    }

    private async Task NoteAsync(RegencyDbContext db, Webhook webhook, CancellationToken ct)
    {
        Log.Paused(log, current.Value.Code.Value, webhook.Id, webhook.Failures);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await AuditTrail.AppendAsync(db, webhook.Id.ToString(), "webhook-gave-up", "system", "{}", clock.GetUtcNow().UtcDateTime, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Number, event, instant and status; who asked for what stays here. The id is the event's, the same however often it is told.</summary>
    private byte[] BodyOf(WebhookDelivery delivery) =>
        JsonSerializer.SerializeToUtf8Bytes(new { id = delivery.EventId, number = delivery.Number, @event = delivery.Event, status = delivery.Status, at = current.Value.At(delivery.At) }, JsonSerializerOptions.Web);

    private sealed record Payload(Guid Delivery);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Webhook {Webhook} of {Regency} was paused after {Failures} failures in a row")]
        public static partial void Paused(ILogger logger, string regency, Guid webhook, int failures);
    }
}
