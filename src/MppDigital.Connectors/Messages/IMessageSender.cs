namespace MppDigital.Connectors.Messages;

/// <summary>Hands short messages to whoever delivers them. What is sent never reaches a log: it holds codes and addresses.</summary>
public interface IMessageSender
{
    /// <summary>False while it is clear beforehand that nothing can be delivered: people are told instead of being made to wait for a code.</summary>
    bool CanDeliver { get; }

    /// <returns>False when it was not delivered.</returns>
    Task<bool> SendAsync(OutgoingMessage message, CancellationToken ct);
}

/// <param name="To">International phone number or e-mail address, by <paramref name="Channel"/>.</param>
/// <param name="Text">Plain text. Without links in a text message or chat: nobody should learn to follow a link there.</param>
public sealed record OutgoingMessage(MessageChannel Channel, string To, string Text)
{
    /// <summary>Of an e-mail.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Neither recipient nor text.</summary>
    public override string ToString() => $"message by {Channel}";
}

public enum MessageChannel
{
    Sms,
    Email,

    /// <summary>A chat service, by telephone number.</summary>
    Chat,
}
