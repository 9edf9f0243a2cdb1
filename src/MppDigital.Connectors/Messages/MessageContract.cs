namespace MppDigital.Connectors.Messages;

// Gateways for text messages and chat each publish their own interface. Ours asks for one thing and is told two (what became of a message, and what
// people write); what a gateway says otherwise is changed in this file, in MessageReport.cs, in IncomingText.cs and nowhere else.

internal static class MessagePaths
{
    public const string Send = "messages";
}

/// <summary>Asked again with the same reference it sends nothing a second time.</summary>
/// <param name="Account">Code of the regency, such as <c>1375</c>; <c>mpp</c> for the platform itself.</param>
/// <param name="Channel"><c>sms</c> or <c>chat</c>.</param>
/// <param name="From">What the recipient sees as the sender.</param>
/// <param name="Callback">Where to tell what became of it; empty where nobody listens.</param>
internal sealed record MessageOrder(string Account, string Reference, string Channel, string To, string From, string Text, string Callback);

/// <param name="Status"><c>accepted</c> or <c>refused</c>; refused for good, and why stands in <paramref name="Reason"/>.</param>
internal sealed record MessageAnswer(string? Reference, string? Status, string? Reason);
