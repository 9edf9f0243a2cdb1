using System.Net.Http.Headers;
using System.Text.Json;
using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Qris;

namespace MppDigital.Connectors.Messages;

/// <summary>
/// Hands a message to whoever carries it: e-mail to the mail server, text messages and chat to the gateway. Whoever asks keeps the message and asks
/// again; the reference sees to it that nobody gets it twice.
/// </summary>
public sealed class MessageGateway
{
    internal const string Name = "Messages";

    private readonly RegisterLine line;
    private readonly MailLine mail;
    private readonly MessageFile? file;
    private readonly TimeProvider clock;

    /// <param name="file">In Development takes the e-mails for which there is no server.</param>
    internal MessageGateway(RegisterLine line, MailLine mail, MessageFile? file, TimeProvider clock) => (this.line, this.mail, this.file, this.clock) = (line, mail, file, clock);

    public async Task<Handover> HandOverAsync(MessageRoute route, OutgoingMessage message, CancellationToken ct)
    {
        if (message.Channel != MessageChannel.Email) return await OrderAsync(route, message, ct);
        if (mail.IsConfigured || file is null) return await mail.SendAsync(route, message, ct);
        await file.SendAsync(message, ct);
        return new Handover.Taken();
    }

    private async Task<Handover> OrderAsync(MessageRoute route, OutgoingMessage message, CancellationToken ct)
    {
        var order = new MessageOrder(route.Account, route.Reference, WireOf(message.Channel), message.To, route.SenderName, message.Text, route.Callback?.AbsoluteUri ?? "");
        var body = JsonSerializer.SerializeToUtf8Bytes(order, JsonSerializerOptions.Web);
        var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        content.Headers.Add(QrisSignature.Header, QrisSignature.Of(route.Secret, body, clock.GetUtcNow()));
        return await line.AskSignedAsync<MessageAnswer, Handover>(MessagePaths.Send, content, (answer, at) => Read(answer, route.Reference, at), ct) switch
        {
            Lookup<Handover>.Found { Data: var handover } => handover,
            Lookup<Handover>.Unavailable { Reason: var reason } => new Handover.NotNow(reason),
            _ => new Handover.NotNow(Outage.Unreadable),
        };
    }

    /// <summary>An answer about another message is none.</summary>
    private static Lookup<Handover> Read(MessageAnswer answer, string reference, DateTime at) => (answer.Reference == reference, answer.Status) switch
    {
        (true, "accepted") => new Lookup<Handover>.Found(new Handover.Taken(), at),
        (true, "refused") => new Lookup<Handover>.Found(new Handover.Refused(answer.Reason == "no-recipient" ? "no-recipient" : "refused"), at),
        _ => new Lookup<Handover>.Unavailable(Outage.Unreadable),
    };

    internal static string WireOf(MessageChannel channel) => channel.ToString().ToLowerInvariant();
}
