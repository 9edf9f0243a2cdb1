using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MppDigital.Connectors;
using MppDigital.Connectors.Messages;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Notifications;

/// <summary>Hands one message to its carrier, when its hour has come; a try that fails is tried again with growing pauses, then given up.</summary>
internal sealed partial class DeliverMessage(
    IDbContextFactory<RegencyDbContext> contexts, MessageGateway gateway, MessageKeys keys, WriteNotice notices, RegencyAddress address, RegencySecrets secrets,
    CurrentRegency current, TimeProvider clock, ILogger<DeliverMessage> log) : IOutboxHandler
{
    public const string PayloadKind = "deliver-message";

    private const int MostMeetings = 4;

    private readonly ILogger log = log;

    string IOutboxHandler.Kind => PayloadKind;

    bool IOutboxHandler.AsksOthers => true;

    public static OutboxRow RowFor(Message message, DateTime now) => new(PayloadKind, JsonSerializer.Serialize(new Payload(message.Id)), now, message.DueAt);

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var id = JsonSerializer.Deserialize<Payload>(payload)!.Message;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Messages.SingleOrDefaultAsync(m => m.Id == id, ct) is not { Waits: true } message) return;
        var now = clock.GetUtcNow().UtcDateTime;
        // Tried in vain until the evening: it waits for the morning like everything else.
        if (await notices.DueAsync(db, message, now, ct) is var due && due > now)
        {
            message.WaitUntil(due);
            db.Outbox.Add(RowFor(message, now));
            await SaveAsync(db, ct);
            return;
        }

        var handover = await HasStoppedAsync(db, message, ct) ? new Handover.Refused(Stopped) : await HandOverAsync(db, message, ct);
        for (var met = 0; met < MostMeetings; met++)
        {
            Settle(db, message, handover);
            if (await SaveAsync(db, ct)) return;
            // A report came meanwhile; what it says counts, and what we know is laid beside it.
            db.ChangeTracker.Clear();
            message = await db.Messages.SingleAsync(m => m.Id == id, ct);
        }
    }

    public const string Stopped = "stopped";

    private void Settle(RegencyDbContext db, Message message, Handover handover)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!message.Waits) return;
        switch (handover)
        {
            case Handover.Taken:
                message.Send(now);
                break;
            case Handover.Refused refused:
                message.GiveUp(refused.Reason, now);
                if (refused.Reason != Stopped) Log.GivenUp(log, current.Value.Code.Value, message.Channel, refused.Reason);
                break;
            case Handover.NotNow notNow when message.Fail(WireOf(notNow.Reason), now):
                db.Outbox.Add(RowFor(message, now));
                break;
            default:
                Log.GivenUp(log, current.Value.Code.Value, message.Channel, message.Trouble);
                break;
        }
    }

    private async Task<Handover> HandOverAsync(RegencyDbContext db, Message message, CancellationToken ct)
    {
        var account = current.Value.Code.Code4;
        if (keys.Find(account) is not { } key) return new Handover.NotNow(Outage.NotConfigured);
        var content = secrets.Open<MessageContent>("message", message.Content);
        var sender = (await db.NoticeSettings.AsNoTracking().SingleOrDefaultAsync(ct))?.SenderName is { Length: > 0 } own ? own : $"MPP {current.Value.Name}";
        var route = new MessageRoute(account, key, sender, message.Reference, address.For("/api/v1/messages/reports"));
        var channel = message.Channel switch { NoticeChannel.Email => MessageChannel.Email, NoticeChannel.Sms => MessageChannel.Sms, _ => MessageChannel.Chat };
        return await gateway.HandOverAsync(route, new OutgoingMessage(channel, secrets.Cipher.Decrypt("recipient", message.Recipient), content.Text) { Subject = content.Subject }, ct);
    }

    /// <summary>Whoever has stopped a channel since this was written hears nothing more over it.</summary>
    private static Task<bool> HasStoppedAsync(RegencyDbContext db, Message message, CancellationToken ct)
    {
        var channel = message.Channel == NoticeChannel.Sms ? MessageChannel.Sms : MessageChannel.Chat;
        return message.Channel == NoticeChannel.Email ? Task.FromResult(false) : db.StoppedPhones.AnyAsync(s => s.PhoneLookup == message.RecipientLookup && s.Channel == channel, ct);
    }

    private static async Task<bool> SaveAsync(RegencyDbContext db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private static string WireOf(Outage outage) => outage switch
    {
        Outage.NotConfigured => "not-configured",
        Outage.Unreachable => "unreachable",
        Outage.TimedOut => "timed-out",
        Outage.CircuitOpen or Outage.Busy => "circuit-open",
        Outage.Refused or Outage.NotAllowed => "refused",
        _ => "unreadable",
    };

    private sealed record Payload(Guid Message);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A message of {Regency} by {Channel} was given up: {Trouble}")]
        public static partial void GivenUp(ILogger logger, string regency, NoticeChannel channel, string trouble);
    }
}
