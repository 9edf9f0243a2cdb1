using System.Net.Http.Headers;
using System.Text.Json;

namespace MppDigital.Web.Tests.Http;

internal sealed record HeardCall(string Id, string Number, string Counter);

/// <summary>What a browser's <c>EventSource</c> does: follows, and comes back with the number of the last event.</summary>
internal sealed class Display : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly HttpClient http;
    private readonly StreamReader stream;

    private Display(HttpClient http, StreamReader stream) => (this.http, this.stream) = (http, stream);

    public static async Task<Display> FollowAsync(Uri origin, string path, string? lastEventId)
    {
        var http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, ct) =>
        {
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            await socket.ConnectAsync(System.Net.IPAddress.Loopback, context.DnsEndPoint.Port, ct);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        }
        });
        using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(origin, path));
        ask.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (lastEventId is not null) ask.Headers.Add("Last-Event-ID", lastEventId);
        var answer = await http.SendAsync(ask, HttpCompletionOption.ResponseHeadersRead).WaitAsync(Patience);
        Assert.Equal("text/event-stream", answer.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        var display = new Display(http, new StreamReader(await answer.Content.ReadAsStreamAsync()));
        // The first thing that is sent: from here on it follows.
        Assert.StartsWith("retry:", await display.LineAsync(), StringComparison.Ordinal);
        return display;
    }

    public async Task<HeardCall> NextCallAsync()
    {
        var (id, name) = ("", "");
        while (true)
        {
            var line = await LineAsync();
            if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
            else if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            else if (name == "call" && line.StartsWith("data: ", StringComparison.Ordinal))
            {
                var data = JsonSerializer.Deserialize<JsonElement>(line[6..]);
                return new HeardCall(id, data.GetProperty("number").GetString()!, data.GetProperty("counter").GetString()!);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        stream.Dispose();
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> LineAsync() => await stream.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("The stream ended.");
}
