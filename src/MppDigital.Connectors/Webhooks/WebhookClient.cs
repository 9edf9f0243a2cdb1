using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using MppDigital.Connectors.Qris;

namespace MppDigital.Connectors.Webhooks;

/// <summary>
/// Tells another system's address something, signed. Where a name leads is looked at when the connection is made, and the connection goes to what was
/// looked at: a name that changes its mind in between leads nowhere else. Redirects are not followed.
/// </summary>
public sealed class WebhookClient : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly HttpClient http;
    private readonly TimeProvider clock;

    /// <param name="mayReachPrivate">In Development, where other systems run on this machine.</param>
    public WebhookClient(TimeProvider clock, bool mayReachPrivate)
    {
        this.clock = clock;
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = (context, ct) => ConnectAsync(context.DnsEndPoint, mayReachPrivate, ct),
        })
        {
            Timeout = Longest,
        };
    }

    /// <param name="id">Of this delivery.</param>
    public async Task<WebhookAnswer> SendAsync(Uri address, string secret, Guid id, byte[] body, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
            request.Headers.Add(QrisSignature.Header, QrisSignature.Of(secret, body, clock.GetUtcNow()));
            request.Headers.Add("X-Delivery", id.ToString());
            // What the other side says beyond its status is not read.
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            var status = (int)response.StatusCode;
            return Answer(response.IsSuccessStatusCode ? WebhookAnswer.Ok : "refused", status);
        }
        catch (HttpRequestException e) when (e.InnerException is ForbiddenAddressException || e.GetBaseException() is ForbiddenAddressException)
        {
            return Answer("forbidden-address", null);
        }
        catch (HttpRequestException)
        {
            return Answer("unreachable", null);
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            return Answer("timed-out", null);
        }

        WebhookAnswer Answer(string result, int? status) => new(result, status, (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    public void Dispose() => http.Dispose();

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint asked, bool mayReachPrivate, CancellationToken ct)
    {
        // Names below localhost are this machine, whatever its resolver knows.
        var isLocal = asked.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || asked.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
        IPAddress[] found = isLocal ? [IPAddress.Loopback] : await Dns.GetHostAddressesAsync(asked.Host, ct);
        IPAddress[] allowed = mayReachPrivate ? found : [.. found.Where(PublicAddresses.Contain)];
        if (allowed.Length == 0) throw new ForbiddenAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, asked.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class ForbiddenAddressException() : IOException("The name leads to no public address.");
}

/// <param name="Result"><c>ok</c>, <c>refused</c>, <c>timed-out</c>, <c>unreachable</c> or <c>forbidden-address</c>.</param>
/// <param name="Status">Of the answer; null where there was none.</param>
public sealed record WebhookAnswer(string Result, int? Status, int LatencyMs)
{
    public const string Ok = "ok";

    /// <summary>Nothing lives there any more (RFC 9110, 15.5.11).</summary>
    public bool IsGone => Status == 410;
}
