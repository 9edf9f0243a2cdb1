using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors.Messages;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Contacts;

/// <summary>What somebody chose to be told, and where.</summary>
/// <param name="Phone">As the login vouches for it; empty for none.</param>
public sealed record ReadContact(string Sub, string Phone, string Email)
{
    public override string ToString() => $"contact of {Sub}";
}

/// <summary>Chooses what goes over which channel. Switching a channel on takes back what was stopped from that phone.</summary>
/// <param name="Language"><c>id</c> or <c>en</c>.</param>
public sealed record ChooseChannels(string Sub, string Phone, string Email, ChannelChoice? ByEmail, ChannelChoice? BySms, ChannelChoice? ByChat, string? Language)
{
    public override string ToString() => $"channels of {Sub}";
}

/// <param name="Phone">Empty where the login told none.</param>
/// <param name="Stopped">Channels that somebody stopped from that phone.</param>
public sealed record ContactView(string Phone, string Email, ChannelChoice ByEmail, ChannelChoice BySms, ChannelChoice ByChat, IReadOnlyList<MessageChannel> Stopped, string Language);

internal sealed class ChooseChannelsHandler(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, RegencySecrets secrets, TimeProvider clock) : IUseCase<ReadContact, ContactView>, IUseCase<ChooseChannels, ContactView>
{
    public async Task<Outcome<ContactView>> HandleAsync(ReadContact input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await ViewAsync(db, await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Sub == input.Sub, ct) ?? new PersonContact { Sub = input.Sub }, input.Phone, input.Email, ct);
    }

    public async Task<Outcome<ContactView>> HandleAsync(ChooseChannels input, CancellationToken ct)
    {
        if (Problems.Unknown(input) is { } refusal) return refusal;
        for (var i = 1; ; i++)
        {
            try
            {
                return await ChooseAsync(input, ct);
            }
            catch (DbUpdateException e) when (i < 4 && (e is DbUpdateConcurrencyException || engine.IsDuplicate(e)))
            {
                // A filing wrote the same person's contact at this moment.
            }
        }
    }

    private async Task<Outcome<ContactView>> ChooseAsync(ChooseChannels input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        await KeepContact.ApplyAsync(db, secrets, input.Sub, input.Phone, input.Email, now, ct);
        var contact = db.Contacts.Local.SingleOrDefault() ?? await db.Contacts.SingleAsync(c => c.Sub == input.Sub, ct);
        contact.Choose(input.ByEmail!.Value, input.BySms!.Value, input.ByChat!.Value, input.Language!, now);
        var lookup = contact.PhoneLookup;
        if (lookup.Length > 0)
        {
            List<MessageChannel> on = [];
            if (contact.BySms != ChannelChoice.Off) on.Add(MessageChannel.Sms);
            if (contact.ByChat != ChannelChoice.Off) on.Add(MessageChannel.Chat);
            await db.StoppedPhones.Where(s => s.PhoneLookup == lookup && on.Contains(s.Channel)).ExecuteDeleteAsync(ct);
        }

        await AuditTrail.AppendAsync(db, "contacts", "channels-chosen", input.Sub, "{}", now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await ViewAsync(db, contact, input.Phone, input.Email, ct);
    }

    private static async Task<ContactView> ViewAsync(RegencyDbContext db, PersonContact contact, string phone, string email, CancellationToken ct)
    {
        var lookup = contact.PhoneLookup;
        List<MessageChannel> stopped = lookup.Length == 0 ? [] : await db.StoppedPhones.AsNoTracking().Where(s => s.PhoneLookup == lookup).Select(s => s.Channel).ToListAsync(ct);
        return new ContactView(phone, email, contact.ByEmail, contact.BySms, contact.ByChat, stopped, contact.Language);
    }
}
