using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace MppDigital.Connectors.Calls;

/// <summary>The line to one register: sends a question, and turns every way in which a line can fail into an answer.</summary>
internal sealed partial class RegisterLine(string connector, IHttpClientFactory http, ConnectorAddresses addresses, TimeProvider clock, ILogger<RegisterLine> log)
{
    private readonly ILogger log = log;

    /// <summary>Asks by POST, so that the person's number is in no URL and in no log of any machine between.</summary>
    public Task<Lookup<T>> AskAsync<TQuestion, TAnswer, T>(string path, TQuestion question, Func<TAnswer, DateTime, Lookup<T>> read, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(question) };
        request.Options.Set(ResilientHandler.OnlyAsks, true);
        return SendAsync(request, read, ct);
    }

    /// <summary>Asks with a body that the caller has signed, so that it must travel as it is.</summary>
    public Task<Lookup<T>> AskSignedAsync<TAnswer, T>(string path, HttpContent signed, Func<TAnswer, DateTime, Lookup<T>> read, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = signed };
        request.Options.Set(ResilientHandler.OnlyAsks, true);
        return SendAsync(request, read, ct);
    }

    /// <summary>Asks by GET: for questions without personal data.</summary>
    public Task<Lookup<T>> GetAsync<TAnswer, T>(string path, Func<TAnswer, DateTime, Lookup<T>> read, CancellationToken ct) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), read, ct);

    private async Task<Lookup<T>> SendAsync<TAnswer, T>(HttpRequestMessage request, Func<TAnswer, DateTime, Lookup<T>> read, CancellationToken ct)
    {
        using (request)
        {
            if (await addresses.FindAsync(connector) is not { } address) return new Lookup<T>.Unavailable(Outage.NotConfigured);

            var path = request.RequestUri!.OriginalString;
            request.RequestUri = new Uri(address, path);
            var (answer, outage) = await ReceiveAsync<TAnswer>(request, ct);
            var lookup = answer is null ? new Lookup<T>.Unavailable(outage) : read(answer, clock.GetUtcNow().UtcDateTime);
            if (lookup is Lookup<T>.Unavailable { Reason: var reason }) Log.Unavailable(log, connector, path, reason);
            return lookup;
        }
    }

    private async Task<(TAnswer? Answer, Outage Outage)> ReceiveAsync<TAnswer>(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            using var client = http.CreateClient(connector);
            using var response = await client.SendAsync(request, ct);

            // Even a 404: a wrong path or a proxy must not be taken for "no such person"; the register says that inside a 200.
            if (!response.IsSuccessStatusCode) return (default, Outage.Refused);
            return (await response.Content.ReadFromJsonAsync<TAnswer>(ct), Outage.Unreadable);
        }
        catch (BrokenCircuitException)
        {
            return (default, Outage.CircuitOpen);
        }
        catch (TimeoutRejectedException)
        {
            return (default, Outage.TimedOut);
        }
        catch (HttpRequestException)
        {
            return (default, Outage.Unreachable);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            return (default, Outage.Unreadable);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Connector} gave no usable answer at {Path}: {Outage}")]
        public static partial void Unavailable(ILogger logger, string connector, string path, Outage outage);
    }
}
