using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Webhooks;

public sealed record ListWebhooks(StaffMember Staff);

/// <summary>One webhook with its log, the newest first.</summary>
/// <param name="After">Cursor: deliveries older than this instant in UTC.</param>
public sealed record ReadWebhook(StaffMember Staff, Guid Webhook, int Limit, DateTime? After);

/// <param name="State"><c>on</c>, <c>paused</c> by a person, or <c>gave-up</c> after too many failures.</param>
/// <param name="Failures">In a row.</param>
public sealed record WebhookRow(Guid Id, string Name, string Address, IReadOnlyList<string> Events, string Client, string State, int Failures, DateTimeOffset CreatedAt);

public sealed record WebhookLog(WebhookRow Webhook, IReadOnlyList<DeliveryRow> Items, DateTimeOffset? Next);

/// <param name="Result"><c>ok</c>, <c>refused</c>, <c>timed-out</c>, <c>unreachable</c> or <c>forbidden-address</c>; empty before the first try.</param>
/// <param name="Round">0, and one more for each time it was sent again.</param>
public sealed record DeliveryRow(Guid Id, string Number, string Event, string Status, DateTimeOffset At, string Result, int? HttpStatus, int? LatencyMs, int Tries, int Round, bool Delivered, DateTimeOffset? TriedAt);

internal sealed class ListWebhooksHandler(IDbContextFactory<RegencyDbContext> contexts, CurrentRegency current) : IUseCase<ListWebhooks, IReadOnlyList<WebhookRow>>, IUseCase<ReadWebhook, WebhookLog>
{
    public async Task<Outcome<IReadOnlyList<WebhookRow>>> HandleAsync(ListWebhooks input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await db.Webhooks.AsNoTracking().Where(w => w.RemovedAt == null).OrderBy(w => w.Name).ThenBy(w => w.Id).Take(AddWebhookHandler.MostWebhooks).ToListAsync(ct)).ConvertAll(RowOf);
    }

    public async Task<Outcome<WebhookLog>> HandleAsync(ReadWebhook input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.Id == input.Webhook && w.RemovedAt == null, ct) is not { } webhook) return Problems.Unknown;
        var limit = Math.Clamp(input.Limit, 1, 200);
        var found = await db.WebhookDeliveries.AsNoTracking().Where(d => d.WebhookId == webhook.Id && (input.After == null || d.CreatedAt < input.After))
            .OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id).Take(limit + 1).ToListAsync(ct);
        return new WebhookLog(RowOf(webhook), [.. found.Take(limit).Select(RowOf)], found.Count > limit ? current.Value.At(found[limit - 1].CreatedAt) : null);
    }

    private WebhookRow RowOf(Webhook w) =>
        new(w.Id, w.Name, w.Address, w.Events.Split(' '), w.Client, w.PausedAt is null ? "on" : w.GaveUp ? "gave-up" : "paused", w.Failures, current.Value.At(w.CreatedAt));

    private DeliveryRow RowOf(WebhookDelivery d) =>
        new(d.Id, d.Number, d.Event, d.Status, current.Value.At(d.At), d.Result, d.HttpStatus, d.LatencyMs, d.Tries, d.Round, d.DeliveredAt is not null, current.Value.At(d.TriedAt));
}
