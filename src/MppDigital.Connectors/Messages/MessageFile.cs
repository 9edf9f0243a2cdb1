using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using MppDigital.Platform;

namespace MppDigital.Connectors.Messages;

/// <summary>
/// In Development messages are lines of <c>outbox.jsonl</c> in the data directory, readable by its owner alone, newest last. Written
/// before the call returns, so that whoever tries the demo finds the code as soon as the page asks for it.
/// </summary>
internal sealed class MessageFile(IOptions<PlatformOptions> platform, TimeProvider clock) : IMessageSender
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private readonly Lock oneWriter = new();

    public bool CanDeliver => true;

    private string Path => System.IO.Path.Combine(platform.Value.DataDirectory, "outbox.jsonl");

    public Task<bool> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(new { At = clock.GetUtcNow(), message.Channel, message.To, message.Text }, Json);
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        lock (oneWriter)
        {
            using var stream = new FileStream(Path, options);
            stream.Write([.. line, (byte)'\n']);
        }

        return Task.FromResult(true);
    }
}
