using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MppDigital.Connectors.Qris;
using MppDigital.Connectors.Simulation;

namespace MppDigital.Connectors.Messages.Simulator;

/// <summary>
/// A gateway for text messages and chat on a loopback port. What it takes is a line of the file of messages, once per reference; it then reports
/// back in the way that the switched fault says. Numbers that end in 000 belong to nobody.
/// </summary>
public sealed class MessageSimulator : ISimulator
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, byte> taken = new();
    private readonly MessageKeys keys;
    private readonly TimeProvider clock;
    private readonly Func<OutgoingMessage, Task> deliver;
    private readonly HttpClient callbacks = NewCallbacks();
    private SimulatorApp app = null!;

    private MessageSimulator(MessageKeys keys, TimeProvider clock, Func<OutgoingMessage, Task> deliver) => (this.keys, this.clock, this.deliver) = (keys, clock, deliver);

    public Uri Address => app.Address;

    private DateTimeOffset Now => clock.GetUtcNow() + (app.Fault == SimulatorFault.ClockSkew ? Skew : TimeSpan.Zero);

    /// <param name="port">0 takes a free one.</param>
    /// <param name="deliver">What happens to a message that is taken.</param>
    public static async Task<MessageSimulator> StartAsync(int port, MessageKeys keys, TimeProvider clock, Func<OutgoingMessage, Task> deliver, CancellationToken ct)
    {
        var simulator = new MessageSimulator(keys, clock, deliver);
        simulator.app = await SimulatorApp.StartAsync(port, (_, routes) => routes.MapPost("/" + MessagePaths.Send, simulator.SendAsync), ct);
        return simulator;
    }

    public async ValueTask DisposeAsync()
    {
        callbacks.Dispose();
        await app.DisposeAsync();
    }

    private async Task SendAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var order = JsonSerializer.Deserialize<MessageOrder>(body.ToArray(), JsonSerializerOptions.Web)!;
        if (keys.Find(order.Account) is not { } key || !QrisSignature.Fits(key, body.ToArray(), http.Request.Headers[QrisSignature.Header], clock.GetUtcNow()))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var isNobody = order.To.EndsWith("000", StringComparison.Ordinal);
        if (!isNobody && taken.TryAdd(order.Reference, 0)) await TakeAsync(order, key);
        var reference = app.Fault == SimulatorFault.WrongData ? "other-message" : order.Reference;
        await http.Response.WriteAsJsonAsync(isNobody ? new MessageAnswer(reference, "refused", "no-recipient") : new MessageAnswer(reference, "accepted", null), http.RequestAborted);
    }

    private async Task TakeAsync(MessageOrder order, string key)
    {
        await deliver(new OutgoingMessage(order.Channel == "chat" ? MessageChannel.Chat : MessageChannel.Sms, order.To, order.Text));
        if (order.Callback.Length == 0) return;
        string[] news = app.Fault switch
        {
            SimulatorFault.Duplicate => ["sent", "delivered", "delivered"],
            SimulatorFault.OutOfOrder => ["delivered", "failed", "sent"],
            _ => ["sent", "delivered"],
        };
        var at = Now;
        _ = Task.Run(() => ReportAsync(order, key, news, at), CancellationToken.None);
    }

    private async Task ReportAsync(MessageOrder order, string key, string[] news, DateTimeOffset at)
    {
        foreach (var status in news)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new { order.Reference, status, at }, JsonSerializerOptions.Web);
            using var request = new HttpRequestMessage(HttpMethod.Post, order.Callback) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
            request.Headers.Add(QrisSignature.Header, QrisSignature.Of(key, body, at));
            try
            {
                using var answer = await callbacks.SendAsync(request);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException or ObjectDisposedException)
            {
                // Nobody listens; a real gateway would not stop for it either.
            }
        }
    }

    /// <summary>Names below <c>localhost</c> are this machine, whatever its resolver knows.</summary>
    private static HttpClient NewCallbacks() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = async (context, ct) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(System.Net.IPAddress.Loopback, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        Timeout = TimeSpan.FromSeconds(5),
    };
}
