using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using MppDigital.Connectors.Messages;

namespace MppDigital.Login.Tests;

/// <summary>A gateway whose messages the test reads.</summary>
internal sealed partial class KeptMessages : IMessageSender
{
    private readonly ConcurrentQueue<OutgoingMessage> sent = new();

    private TaskCompletionSource<bool> held = Done();

    /// <summary>Known beforehand.</summary>
    public bool IsAway { get; set; }

    /// <summary>Known only afterwards.</summary>
    public bool Loses { get; set; }

    /// <summary>Does not answer until this is false again.</summary>
    public bool Holds
    {
        get => !held.Task.IsCompleted;
        set
        {
            if (value) held = new TaskCompletionSource<bool>();
            else held.TrySetResult(true);
        }
    }

    public bool CanDeliver => !IsAway;

    public Task<bool> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        if (Holds) return held.Task;
        if (!Loses) sent.Enqueue(message);
        return Task.FromResult(!Loses);
    }

    public IReadOnlyList<string> To(string address) => [.. sent.Where(m => m.To == address).Select(m => m.Text)];

    /// <summary>The six digits of the latest message.</summary>
    public string CodeTo(string address) => CodePattern().Match(To(address)[^1]).Value;

    private static TaskCompletionSource<bool> Done()
    {
        var done = new TaskCompletionSource<bool>();
        done.SetResult(true);
        return done;
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex CodePattern();
}
