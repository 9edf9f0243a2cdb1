using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.PersonalData;
using MppDigital.Regencies.Contacts;
using MppDigital.Regencies.Notifications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.PersonalData;

/// <summary>Where this regency reaches the person, and what it wrote to them.</summary>
internal sealed class MessagesHeld(IDbContextFactory<RegencyDbContext> contexts, RegencySecrets secrets) : IRegencyPersonalData
{
    private const int Most = 2000;

    public string Part => "messages";

    public async Task<JsonNode?> GatherAsync(string sub, CopyFiles files, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Sub == sub, ct);
        var sent = await db.Messages.AsNoTracking().Where(m => m.Sub == sub).OrderByDescending(m => m.CreatedAt).ThenBy(m => m.Id).Take(Most).ToListAsync(ct);
        if (contact is null && sent.Count == 0) return null;
        return new JsonObject
        {
            ["phone"] = contact is null ? null : ContactSecrets.OpenPhone(secrets, contact),
            ["email"] = contact is null ? null : ContactSecrets.OpenEmail(secrets, contact),
            ["channels"] = contact is null ? null : new JsonObject { ["email"] = contact.ByEmail.ToString(), ["sms"] = contact.BySms.ToString(), ["chat"] = contact.ByChat.ToString(), ["language"] = contact.Language },
            ["sent"] = new JsonArray([.. sent.Select(m => (JsonNode)new JsonObject { ["at"] = m.CreatedAt, ["kind"] = m.Event.ToString(), ["channel"] = m.Channel.ToString(), ["number"] = m.Number, ["state"] = m.State.ToString(), ["text"] = secrets.Open<MessageContent>("message", m.Content).Text })]),
        };
    }

    /// <summary>Nothing: both belong to files that are kept, whose news must still arrive. Messages end two years on by the nightly upkeep.</summary>
    public Task<Erasure> EraseAsync(string sub, CancellationToken ct) => Task.FromResult(Erasure.Nothing);
}
