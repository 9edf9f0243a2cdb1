using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Webhooks;

/// <summary>Pauses a webhook, lets it go on with what has waited, or ends it.</summary>
/// <param name="Action"><c>pause</c>, <c>resume</c> or <c>remove</c>.</param>
public sealed record SwitchWebhook(StaffMember Staff, Guid Webhook, string Action);

/// <summary>Tells one event of the log once more, whatever became of it before.</summary>
public sealed record ReplayDelivery(StaffMember Staff, Guid Webhook, Guid Delivery);

internal sealed class SwitchWebhookHandler(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IUseCase<SwitchWebhook, Done>, IUseCase<ReplayDelivery, Done>
{
    private const int MostAtOnce = 2000;

    public async Task<Outcome<Done>> HandleAsync(SwitchWebhook input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        if (input.Action is not ("pause" or "resume" or "remove")) return Problems.UnknownAction;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await FindAsync(db, input.Webhook, ct) is not { } webhook) return Problems.Unknown;
        var now = clock.GetUtcNow().UtcDateTime;
        switch (input.Action)
        {
            case "pause":
                webhook.PauseAt(now);
                break;
            case "resume":
                webhook.Resume();
                await QueueAsync(db, webhook, now, ct);
                break;
            default:
                webhook.Remove(now);
                break;
        }

        await AuditTrail.AppendAsync(db, webhook.Id.ToString(), $"webhook-{input.Action}d", input.Staff.Sub, "{}", now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise(current.Value.Code);
        return default(Done);
    }

    public async Task<Outcome<Done>> HandleAsync(ReplayDelivery input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await FindAsync(db, input.Webhook, ct) is not { } webhook) return Problems.Unknown;
        if (await db.WebhookDeliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == input.Delivery && d.WebhookId == webhook.Id, ct) is not { } told) return Problems.UnknownDelivery;
        var now = clock.GetUtcNow().UtcDateTime;
        var again = new WebhookDelivery
        {
            WebhookId = webhook.Id,
            EventId = told.EventId,
            Round = 1 + await db.WebhookDeliveries.Where(d => d.WebhookId == webhook.Id && d.EventId == told.EventId).MaxAsync(d => d.Round, ct),
            ApplicationId = told.ApplicationId,
            Sequence = told.Sequence,
            Number = told.Number,
            Event = told.Event,
            Status = told.Status,
            At = told.At,
            CreatedAt = now,
        };
        db.WebhookDeliveries.Add(again);
        db.Outbox.Add(DeliverWebhook.RowFor(again, now, now));
        await AuditTrail.AppendAsync(db, webhook.Id.ToString(), "webhook-replayed", input.Staff.Sub, "{}", now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Pressed twice at once; one replay is what was wanted.
            return default(Done);
        }

        await transaction.CommitAsync(ct);
        signal.Raise(current.Value.Code);
        return default(Done);
    }

    private static Task<Webhook?> FindAsync(RegencyDbContext db, Guid id, CancellationToken ct) => db.Webhooks.SingleOrDefaultAsync(w => w.Id == id && w.RemovedAt == null, ct);

    /// <summary>The first that waits of each application; each queues the next.</summary>
    private static async Task QueueAsync(RegencyDbContext db, Webhook webhook, DateTime now, CancellationToken ct)
    {
        var waiting = await db.WebhookDeliveries.AsNoTracking().Where(d => d.WebhookId == webhook.Id && d.DeliveredAt == null).OrderBy(d => d.CreatedAt).ThenBy(d => d.Sequence).Take(MostAtOnce).ToListAsync(ct);
        foreach (var first in waiting.Where(d => d.Round > 0).Concat(waiting.Where(d => d.Round == 0).GroupBy(d => d.ApplicationId).Select(g => g.MinBy(d => d.Sequence)!))) db.Outbox.Add(DeliverWebhook.RowFor(first, now, now));
    }
}
