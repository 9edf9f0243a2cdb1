using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Identification;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Contacts;

/// <summary>Remembers where the login says that a person is reached; it has confirmed both by a code.</summary>
internal static class KeepContact
{
    /// <summary>Inside the caller's transaction; the caller saves. What the person has chosen stays.</summary>
    public static async Task ApplyAsync(RegencyDbContext db, RegencySecrets secrets, string sub, string phone, string email, DateTime now, CancellationToken ct)
    {
        // Several files of one life event are opened by the same person.
        if (db.Contacts.Local.Any(c => c.Sub == sub)) return;
        var number = IndonesianPhone.TryNormalize(phone, out var e164) ? e164 : "";
        var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Sub == sub, ct);
        if (contact is not null && ContactSecrets.OpenPhone(secrets, contact) == number && ContactSecrets.OpenEmail(secrets, contact) == email) return;

        var (sealedPhone, lookup, sealedEmail) = (ContactSecrets.SealPhone(secrets, number), ContactSecrets.PhoneLookup(secrets, number), ContactSecrets.SealEmail(secrets, email));
        if (contact is null)
        {
            contact = new PersonContact { Sub = sub };
            contact.Reach(sealedPhone, lookup, sealedEmail, now);
            db.Contacts.Add(contact);
            return;
        }

        // Past the version: two filings at once must not stumble over a changed telephone number.
        await db.Contacts.Where(c => c.Sub == sub).ExecuteUpdateAsync(
            c => c.SetProperty(x => x.Phone, sealedPhone).SetProperty(x => x.PhoneLookup, lookup).SetProperty(x => x.Email, sealedEmail).SetProperty(x => x.ChangedAt, now), ct);
    }
}

/// <summary>How contacts are sealed; an empty value stays empty.</summary>
internal static class ContactSecrets
{
    public static byte[] SealPhone(RegencySecrets secrets, string phone) => phone.Length == 0 ? [] : secrets.Cipher.Encrypt("phone", phone);

    public static string OpenPhone(RegencySecrets secrets, PersonContact contact) => contact.Phone.Length == 0 ? "" : secrets.Cipher.Decrypt("phone", contact.Phone);

    public static string PhoneLookup(RegencySecrets secrets, string phone) => phone.Length == 0 ? "" : secrets.Cipher.Lookup("phone", phone);

    public static byte[] SealEmail(RegencySecrets secrets, string email) => email.Length == 0 ? [] : secrets.Cipher.Encrypt("email", email);

    public static string OpenEmail(RegencySecrets secrets, PersonContact contact) => contact.Email.Length == 0 ? "" : secrets.Cipher.Decrypt("email", contact.Email);

    public static string EmailLookup(RegencySecrets secrets, string email) => secrets.Cipher.Lookup("email", email.ToUpperInvariant());
}
