using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using MppDigital.Connectors.Messages;

namespace MppDigital.Login.Tests;

/// <summary>A gateway whose messages the test reads.</summary>
internal sealed partial class KeptMessages : IMessageSender
{
    private readonly ConcurrentQueue<OutgoingMessage> sent = new();

    public bool IsAway { get; set; }

    public Task<bool> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        if (!IsAway) sent.Enqueue(message);
        return Task.FromResult(!IsAway);
    }

    public IReadOnlyList<string> To(string address) => [.. sent.Where(m => m.To == address).Select(m => m.Text)];

    /// <summary>The six digits of the latest message.</summary>
    public string CodeTo(string address) => CodePattern().Match(To(address)[^1]).Value;

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex CodePattern();
}
