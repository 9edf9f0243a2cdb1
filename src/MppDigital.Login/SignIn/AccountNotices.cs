using MppDigital.Connectors.Messages;
using MppDigital.Login.Accounts;

namespace MppDigital.Login.SignIn;

/// <summary>Tells the owner what happened to the account, on every way we know.</summary>
internal sealed class AccountNotices(AccountSeal seal, IMessageSender messages)
{
    /// <param name="message">Key of the text, without <c>Message</c>.</param>
    public async Task SendAsync(Account account, string message, CancellationToken ct) => await SendAsync(await seal.OpenAsync(account, ct), message, ct);

    public async Task SendAsync(PersonalData person, string message, CancellationToken ct)
    {
        var text = AccountTexts.Message(message);
        if (person.Phone is { } phone) await messages.SendAsync(new OutgoingMessage(MessageChannel.Sms, phone, text), ct);
        if (person.Email is { } email) await messages.SendAsync(new OutgoingMessage(MessageChannel.Email, email, text), ct);
    }
}
