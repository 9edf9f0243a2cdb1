using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using MppDigital.Connectors.Messages;

namespace MppDigital.Web.Tests.SignIn;

/// <summary>A gateway whose messages the test reads.</summary>
internal sealed partial class KeptMessages : IMessageSender
{
    private readonly ConcurrentQueue<OutgoingMessage> sent = new();

    public bool CanDeliver => true;

    public Task<bool> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        sent.Enqueue(message);
        return Task.FromResult(true);
    }

    /// <summary>The six digits of the latest message.</summary>
    public string CodeTo(string address) => CodePattern().Match(sent.Last(m => m.To == address).Text).Value;

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex CodePattern();
}
