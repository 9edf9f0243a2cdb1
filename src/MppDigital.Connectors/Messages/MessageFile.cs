using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using MppDigital.Platform;

namespace MppDigital.Connectors.Messages;

/// <summary>In Development messages are lines of <c>outbox.jsonl</c> in the data directory, readable by its owner alone, newest last.</summary>
internal sealed class MessageFile(IOptions<PlatformOptions> platform, TimeProvider clock) : IMessageSender, IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private readonly SemaphoreSlim oneWriter = new(1);

    private string Path => System.IO.Path.Combine(platform.Value.DataDirectory, "outbox.jsonl");

    public async Task<bool> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(new { At = clock.GetUtcNow(), message.Channel, message.To, message.Text }, Json);
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await oneWriter.WaitAsync(ct);
        try
        {
            await using var stream = new FileStream(Path, options);
            await stream.WriteAsync((byte[])[.. line, (byte)'\n'], ct);
        }
        finally
        {
            oneWriter.Release();
        }

        return true;
    }

    public void Dispose() => oneWriter.Dispose();
}
