using MppDigital.Connectors.Messages;
using MppDigital.Login.Accounts;

namespace MppDigital.Login.SignIn;

/// <summary>Tells the owner what happened to the account, on every way we know.</summary>
internal sealed class AccountNotices(AccountSeal seal, MessageLine messages)
{
    /// <param name="message">Key of the text, without <c>Message</c>.</param>
    public async Task SendAsync(Account account, string message, CancellationToken ct) => Send(await seal.OpenAsync(account, ct), message);

    public void Send(PersonalData person, string message)
    {
        var text = AccountTexts.Message(message);
        if (person.Phone is { } phone) messages.Post(new OutgoingMessage(MessageChannel.Sms, phone, text));
        if (person.Email is { } email) messages.Post(new OutgoingMessage(MessageChannel.Email, email, text));
    }
}
