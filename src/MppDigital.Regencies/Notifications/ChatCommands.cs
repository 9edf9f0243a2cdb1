using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors.Messages;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Contacts;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Notifications;

/// <summary>
/// What people may ask by text: <c>status</c>, <c>help</c>, <c>stop</c>. Whoever writes from the phone of their account is known and needs the number alone;
/// everybody else gives the secret too, as on the tracking page, and its guesses are counted together with those there.
/// </summary>
internal sealed class ChatCommands(
    IUseCase<TrackApplication, TrackedApplication> track, IUseCase<ReadApplication, ApplicationView> read, IDatabaseEngine engine, CurrentRegency current, TimeProvider clock)
{
    public async Task<(string Command, string Reply)> AnswerAsync(RegencyDbContext db, IncomingText text, string phone, CancellationToken ct)
    {
        var owners = await db.Contacts.AsNoTracking().Where(c => c.PhoneLookup == phone).OrderBy(c => c.Sub).Take(10).ToListAsync(ct);
        var language = owners.FirstOrDefault()?.Language ?? "id";
        string[] words = text.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        switch (words.FirstOrDefault()?.ToLowerInvariant())
        {
            case "stop" or "berhenti" when words.Length == 1:
                await StopAsync(db, text.Channel, phone, ct);
                return ("stop", Say("Chat.Stopped", language));
            case "status" or "cek" when words.Length is 2 or 3:
                return ("status", await StatusAsync(owners, words[1], words.ElementAtOrDefault(2), language, ct));
            case "status" or "cek":
                return ("status", Say("Chat.NeedsSecret", language));
            default:
                return ("help", Say("Chat.Help", language, $"MPP {current.Value.Name}"));
        }
    }

    private async Task<string> StatusAsync(IReadOnlyList<PersonContact> owners, string number, string? secret, string language, CancellationToken ct)
    {
        if (secret is not null)
        {
            var tracked = await track.HandleAsync(new TrackApplication(number, secret), ct);
            return tracked.Succeeded ? Told(tracked.Value.Number, tracked.Value.Service, tracked.Value.Status, tracked.Value.Deemed, tracked.Value.DueOn, language)
                : tracked.Problem.Kind == ProblemKind.TooMany ? Say("Chat.TooMany", language)
                : Say("Chat.Unknown", language);
        }

        foreach (var owner in owners)
        {
            if (await read.HandleAsync(new ReadApplication(owner.Sub, number), ct) is { Succeeded: true, Value: var own }) return Told(own.Number, own.Service, own.Status, own.Deemed, own.DueOn, language);
        }

        // The same for a number that does not exist: nobody learns which do.
        return Say("Chat.NeedsSecret", language);
    }

    private static string Told(string number, string service, string status, bool deemed, DateOnly? dueOn, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "id-ID");
        var state = Wording.Text($"Status.{(deemed && status == "issued" ? "deemed" : status)}", language);
        return Say("Chat.Status", language, number, service, state) + (status is "submitted" or "in-review" && dueOn is { } due ? Say("Chat.DueOn", language, due.ToString("d MMMM yyyy", culture)) : "");
    }

    private async Task StopAsync(RegencyDbContext db, MessageChannel channel, string phone, CancellationToken ct)
    {
        if (await db.StoppedPhones.AnyAsync(s => s.PhoneLookup == phone && s.Channel == channel, ct)) return;
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.StoppedPhones.Add(new StoppedPhone { PhoneLookup = phone, Channel = channel, At = now });
        await AuditTrail.AppendAsync(db, "contacts", $"contact-stopped-{channel.ToString().ToLowerInvariant()}", "phone", "{}", now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Written twice at the same moment; once is enough.
        }
    }

    private static string Say(string key, string language, params object[] values) => string.Format(CultureInfo.InvariantCulture, Wording.Text(key, language), values);
}
