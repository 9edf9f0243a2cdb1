using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors.Messages;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Contacts;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Notifications;

/// <summary>Puts news into words and queues them: always for the account's own list, and for each channel that the person has left open for news of this weight.</summary>
internal sealed class WriteNotice(RegencySecrets secrets, LegalDates dates, RegencyAddress address, CurrentRegency current, TimeProvider clock)
{
    /// <summary>A day, to an address that nobody has confirmed.</summary>
    internal const int MostToAnAddress = 8;

    /// <summary>Inside the caller's transaction; the caller saves. What was written before is left as it is.</summary>
    /// <returns>True when something is to be sent.</returns>
    public async Task<bool> AddAsync(RegencyDbContext db, Notice notice, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Sub == notice.Sub, ct);
        var language = contact?.Language ?? "id";
        var wording = await WordsAsync(db, notice.Event, language, ct);
        var written = await db.Messages.AsNoTracking().Where(m => m.Source == notice.Source).Select(m => new { m.Channel, m.RecipientLookup }).Take(200).ToListAsync(ct);
        var queued = false;
        foreach (var (channel, to, lookup) in await WaysAsync(db, contact, notice, ct))
        {
            if (written.Exists(w => w.Channel == channel && w.RecipientLookup == lookup)) continue;
            var message = Compose(notice, wording, language, channel, to, lookup, now);
            db.Messages.Add(message);
            if (channel == NoticeChannel.Account)
            {
                message.Arrive(now);
                continue;
            }

            message.WaitUntil(await DueAsync(db, message, now, ct));
            db.Outbox.Add(DeliverMessage.RowFor(message, now));
            queued = true;
        }

        return queued;
    }

    /// <summary>
    /// For somebody who is known by an address alone, as whoever complains: no account's list tells it, no number stands beside the address where staff look
    /// after messages, and few go out a day, for nobody has shown that the address is theirs.
    /// </summary>
    /// <param name="to">An E.164 number or an e-mail address.</param>
    /// <returns>True when something is to be sent.</returns>
    public async Task<bool> AddToAsync(RegencyDbContext db, Notice notice, NoticeChannel channel, string to, string language, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var lookup = channel == NoticeChannel.Email ? ContactSecrets.EmailLookup(secrets, to) : ContactSecrets.PhoneLookup(secrets, to);
        var since = now.AddDays(-1);
        if (await db.Messages.AnyAsync(m => m.Source == notice.Source, ct)) return false;
        if (channel == NoticeChannel.Sms && await db.StoppedPhones.AnyAsync(s => s.PhoneLookup == lookup && s.Channel == MessageChannel.Sms, ct)) return false;
        if (await db.Messages.CountAsync(m => m.Sub == "" && m.Channel == channel && m.CreatedAt > since && m.RecipientLookup == lookup, ct) >= MostToAnAddress) return false;
        var message = Compose(notice, await WordsAsync(db, notice.Event, language, ct), language, channel, to, lookup, now);
        db.Messages.Add(message);
        message.WaitUntil(await DueAsync(db, message, now, ct));
        db.Outbox.Add(DeliverMessage.RowFor(message, now));
        return true;
    }

    private static async Task<Wording> WordsAsync(RegencyDbContext db, NoticeEvent what, string language, CancellationToken ct) =>
        await db.NoticeWordings.AsNoTracking().SingleOrDefaultAsync(w => w.Event == what && w.Language == language, ct) is { } own ? Wording.Of(own) : Wording.Of(what, language);

    private async Task<IReadOnlyList<(NoticeChannel Channel, string To, string Lookup)>> WaysAsync(RegencyDbContext db, PersonContact? contact, Notice notice, CancellationToken ct)
    {
        var ways = new List<(NoticeChannel, string, string)> { (NoticeChannel.Account, "", notice.Sub) };
        if (contact is null) return ways;
        if (ContactSecrets.OpenEmail(secrets, contact) is { Length: > 0 } email && Opens(contact.ByEmail, notice.Weight)) ways.Add((NoticeChannel.Email, email, ContactSecrets.EmailLookup(secrets, email)));
        if (ContactSecrets.OpenPhone(secrets, contact) is not { Length: > 0 } phone || !IndonesianPhone.TakesMessages(phone)) return ways;
        var stopped = await db.StoppedPhones.AsNoTracking().Where(s => s.PhoneLookup == contact.PhoneLookup).Select(s => s.Channel).ToListAsync(ct);
        if (Opens(contact.BySms, notice.Weight) && !stopped.Contains(MessageChannel.Sms)) ways.Add((NoticeChannel.Sms, phone, contact.PhoneLookup));
        if (Opens(contact.ByChat, notice.Weight) && !stopped.Contains(MessageChannel.Chat)) ways.Add((NoticeChannel.Chat, phone, contact.PhoneLookup));
        return ways;
    }

    private static bool Opens(ChannelChoice choice, NoticeWeight weight) => choice == ChannelChoice.All || (choice == ChannelChoice.Needed && weight != NoticeWeight.News);

    private Message Compose(Notice notice, Wording wording, string language, NoticeChannel channel, string to, string lookup, DateTime now)
    {
        var link = address.For(notice.Facts.Path);
        var brief = notice.Facts.In(language, isShort: true, current.Value, link);
        var footer = notice.Sub.Length == 0 ? Wording.Text("FooterAddress", language) : string.Format(CultureInfo.InvariantCulture, Wording.Footer(language), address.For("/akun").AbsoluteUri);
        var content = channel == NoticeChannel.Email
            ? new MessageContent(Placeholders.Fill(wording.Subject, brief), Placeholders.Fill(wording.Body, notice.Facts.In(language, isShort: false, current.Value, link)) + "\n\n" + footer)
            : new MessageContent("", Placeholders.Fill(wording.Brief, brief));
        return new Message
        {
            Source = notice.Source,
            Event = notice.Event,
            Channel = channel,
            Sub = notice.Sub,
            Recipient = to.Length == 0 ? [] : secrets.Cipher.Encrypt("recipient", to),
            RecipientLookup = lookup,
            ApplicationId = notice.Application,
            Number = notice.Sub.Length == 0 ? "" : notice.Facts.Number,
            Language = language,
            Content = secrets.Seal("message", content),
            Urgent = notice.Urgent,
            WorkingDays = notice.Weight == NoticeWeight.Duty,
            CreatedAt = now,
        };
    }

    /// <summary>Now, or when the quiet hours of the regency are over.</summary>
    public async Task<DateTime> DueAsync(RegencyDbContext db, Message message, DateTime now, CancellationToken ct)
    {
        if (message.Urgent) return now;
        if (!message.WorkingDays) return QuietHours.NextOpen(now, current.Value.Zone);
        var calendar = await dates.CalendarAsync(db, ct);
        return QuietHours.NextOpen(now, current.Value.Zone, calendar.IsWorkingDay);
    }
}

/// <summary>As it goes out; the subject is an e-mail's.</summary>
internal sealed record MessageContent(string Subject, string Text);
