using System.Net.Http.Headers;
using System.Net.Sockets;
using MppDigital.Connectors.Qris;

namespace MppDigital.Connectors.Simulation;

/// <summary>Calls somebody back on this machine, a few times when it does not answer. Names below <c>localhost</c> are this machine, whatever its resolver knows.</summary>
internal sealed class SimulatedCallbacks : IDisposable
{
    private const int Tries = 3;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(300);

    private readonly HttpClient http = new(new SocketsHttpHandler
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

    /// <param name="secret">Signs the body as it is.</param>
    public async Task SendAsync(string callback, string secret, byte[] body, DateTimeOffset now, CancellationToken ct)
    {
        for (var i = 0; i < Tries; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, callback) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
            request.Headers.Add(QrisSignature.Header, QrisSignature.Of(secret, body, now));
            try
            {
                using var answer = await http.SendAsync(request, ct);
                if ((int)answer.StatusCode < 500) return;
            }
            catch (HttpRequestException)
            {
                // Nobody there yet: tried again, as providers do.
            }

            await Task.Delay(Between, ct);
        }
    }

    public void Dispose() => http.Dispose();
}
