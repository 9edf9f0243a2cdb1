using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Webhooks;

/// <summary>Lets another system be told what happens to applications here. The same key adds it once.</summary>
/// <param name="Client">Id of the system client it belongs to; empty for none.</param>
/// <param name="Events">Of <see cref="WebhookEvents.All"/>.</param>
public sealed record AddWebhook(StaffMember Staff, string IdempotencyKey, string Name, string Address, IReadOnlyList<string> Events, string Client);

/// <param name="Secret">Signs every call; shown this once.</param>
public sealed record WebhookMade(Guid Id, string Name, string Address, IReadOnlyList<string> Events, string Client, string Secret)
{
    public override string ToString() => $"webhook {Id}";
}

internal sealed class AddWebhookHandler(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, Idempotency idempotency, RegencySecrets secrets, IHostEnvironment environment, TimeProvider clock) : IUseCase<AddWebhook, WebhookMade>
{
    public const int MostWebhooks = 20;

    public async Task<Outcome<WebhookMade>> HandleAsync(AddWebhook input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        if (FaultsOf(input) is { Count: > 0 } faults) return Problems.Invalid(faults);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var body = Idempotency.HashOf(JsonSerializer.Serialize(new { webhook = input.Name, input.Address, input.Events, input.Client }));
        if (await idempotency.FindAsync<WebhookMade>(db, input.Staff.Sub, input.IdempotencyKey, body, ct) is { } repeated) return repeated;
        if (await db.Webhooks.CountAsync(w => w.RemovedAt == null, ct) >= MostWebhooks) return Problems.TooManyWebhooks;

        var now = clock.GetUtcNow().UtcDateTime;
        var secret = WebhookEvents.NewSecret();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var webhook = new Webhook { Name = input.Name.Trim(), Address = input.Address, Client = input.Client.Trim(), Events = string.Join(' ', input.Events.Distinct()), Secret = secrets.Seal("webhook-secret", secret), CreatedBy = input.Staff.Sub, CreatedAt = now };
        db.Webhooks.Add(webhook);
        var made = new WebhookMade(webhook.Id, webhook.Name, webhook.Address, webhook.Events.Split(' '), webhook.Client, secret);
        idempotency.Keep(db, input.Staff.Sub, input.IdempotencyKey, body, made, now);
        await AuditTrail.AppendAsync(db, webhook.Id.ToString(), "webhook-added", input.Staff.Sub, "{}", now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // The same key was sent twice at once; the first one's answer counts.
            await transaction.RollbackAsync(ct);
            await using var fresh = await contexts.CreateDbContextAsync(ct);
            return await idempotency.FindAsync<WebhookMade>(fresh, input.Staff.Sub, input.IdempotencyKey, body, ct) ?? throw new InvalidOperationException("A webhook collided with nothing.");
        }

        await transaction.CommitAsync(ct);
        return made;
    }

    private Dictionary<string, string[]> FaultsOf(AddWebhook input)
    {
        var faults = new Dictionary<string, string[]>();
        if (string.IsNullOrWhiteSpace(input.Name) || input.Name.Length > WebhookMapping.LongestName || input.Name.Any(char.IsControl)) faults["/name"] = [$"Tulis nama sistem, 1 sampai {WebhookMapping.LongestName} huruf."];
        if (input.Client.Length > WebhookMapping.LongestClient || !input.Client.All(c => c is > ' ' and <= '~')) faults["/client"] = [$"Tulis id klien sistem tanpa spasi, paling banyak {WebhookMapping.LongestClient} tanda, atau kosongkan."];
        if (!IsAddress(input.Address)) faults["/address"] = [environment.IsDevelopment() ? "Tulis alamat http atau https lengkap, misalnya https://sistem.example/webhook." : "Tulis alamat https lengkap dengan nama host umum, misalnya https://sistem.example/webhook."];
        if (input.Events.Count == 0 || !input.Events.All(WebhookEvents.All.Contains)) faults["/events"] = [$"Pilih satu atau lebih dari: {string.Join(", ", WebhookEvents.All)}."];
        return faults;
    }

    /// <summary>What can be told from the text; where the name leads is looked at with every connection.</summary>
    private bool IsAddress(string text) =>
        text.Length <= WebhookMapping.LongestAddress && text.All(c => c is > ' ' and <= '~') && Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { UserInfo.Length: 0, Fragment.Length: 0, Host.Length: > 0 }
        && (address.Scheme == Uri.UriSchemeHttps || (environment.IsDevelopment() && address.Scheme == Uri.UriSchemeHttp))
        && (environment.IsDevelopment() || (address.HostNameType == UriHostNameType.Dns && address.Host.Contains('.', StringComparison.Ordinal) && !address.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)));
}
