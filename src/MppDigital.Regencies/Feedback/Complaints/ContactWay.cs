using System.Net.Mail;
using MppDigital.Platform.Identification;
using MppDigital.Regencies.Notifications;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>How whoever complained can be reached.</summary>
/// <param name="Channel">Null for a landline: somebody has to call.</param>
/// <param name="To">E.164, or an e-mail address.</param>
internal sealed record ContactWay(NoticeChannel? Channel, string To)
{
    /// <returns>Null for what is neither a telephone number nor an address.</returns>
    public static ContactWay? Read(string contact)
    {
        var typed = contact.Trim();
        if (IndonesianPhone.TryNormalize(typed, out var phone)) return new ContactWay(IndonesianPhone.TakesMessages(phone) ? NoticeChannel.Sms : null, phone);
        return MailAddress.TryCreate(typed, out var address) && address.Address == typed && address.Host.Contains('.', StringComparison.Ordinal) ? new ContactWay(NoticeChannel.Email, typed) : null;
    }

    public override string ToString() => "contact";
}
