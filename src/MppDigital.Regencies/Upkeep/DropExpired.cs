using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Jobs;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Regencies.Visits.Brokers;

namespace MppDigital.Regencies.Upkeep;

/// <summary>Forgets every night what nobody may need any more: drafts, answered keys, counted tries, facts a register said long ago.</summary>
internal sealed class DropExpired(IDbContextFactory<RegencyDbContext> contexts, TimeProvider clock) : IRegencyTask
{
    public const string TaskKind = "drop-expired";

    private static readonly TimeSpan FactsKept = TimeSpan.FromDays(30);

    private static readonly TimeSpan InvitationsKept = TimeSpan.FromDays(90);

    private static readonly TimeSpan IncomingKept = TimeSpan.FromDays(2);

    private static readonly TimeSpan DeliveriesKept = TimeSpan.FromDays(90);

    private static readonly TimeSpan MessagesKept = TimeSpan.FromDays(730);

    private static readonly TimeSpan CallsKept = TimeSpan.FromDays(7);

    public string Kind => TaskKind;

    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Drafts.Where(d => d.ExpiresAt <= now).ExecuteDeleteAsync(ct);
        var keys = now - Idempotency.Kept;
        await db.IdempotencyKeys.Where(k => k.At < keys).ExecuteDeleteAsync(ct);
        var hour = (now.Ticks / TimeSpan.TicksPerHour) - 1;
        await db.TrackingTries.Where(t => t.Hour < hour).ExecuteDeleteAsync(ct);
        // Its person is in the list of staff by now, or never came; the chain of events keeps what happened.
        var invitations = now - InvitationsKept;
        await db.Invitations.Where(i => i.ExpiresAt < invitations).ExecuteDeleteAsync(ct);
        // The gateway's own clock may be a day off; nobody repeats later than that.
        var incoming = now - IncomingKept;
        await db.IncomingMessages.Where(i => i.At < incoming).ExecuteDeleteAsync(ct);
        var messages = now - MessagesKept;
        await db.Messages.Where(m => m.CreatedAt < messages).ExecuteDeleteAsync(ct);
        var told = now - DeliveriesKept;
        await db.WebhookDeliveries.Where(d => d.CreatedAt < told && (d.DeliveredAt != null || db.Webhooks.Any(w => w.Id == d.WebhookId && w.RemovedAt != null))).ExecuteDeleteAsync(ct);
        var calls = now - CallsKept;
        await db.QueueEvents.Where(e => e.At < calls).ExecuteDeleteAsync(ct);
        var traces = now - BookingSignal.Kept;
        await db.BookingSignals.Where(s => s.At < traces).ExecuteDeleteAsync(ct);
        var verdicts = now - BrokerAlarm.Kept;
        await db.BrokerAlarms.Where(a => a.DecidedAt < verdicts || (a.DecidedAt == null && a.LastSeenAt < traces)).ExecuteDeleteAsync(ct);
        var facts = now - FactsKept;
        await db.HeldFacts.Where(f => f.AsOf < facts).ExecuteDeleteAsync(ct);
    }
}
