using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace MppDigital.Connectors.Calls;

/// <summary>
/// The line to one register: sends a question under the caller's agreement, and turns every way in which a line can fail into an answer.
/// </summary>
/// <param name="agreement">The name under which the agreement is kept; two lines may share one.</param>
/// <param name="patience">Null: waits as long as the limits of the register allow. Else a citizen is waiting.</param>
internal sealed partial class RegisterLine(
    string connector, string agreement, LineOwner owner, Patience? patience, IHttpClientFactory http, ConnectorAddresses addresses, CallLanes lanes, CallBook book, TimeProvider clock, ILogger<RegisterLine> log)
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

    /// <summary>Makes something there, once: the key lets the other side know a repetition, and only so may it be repeated at all.</summary>
    public Task<Lookup<T>> MakeOnceAsync<TOrder, TAnswer, T>(string path, string key, TOrder order, Func<TAnswer, DateTime, Lookup<T>> read, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(order), Headers = { { "Idempotency-Key", key } } };
        request.Options.Set(ResilientHandler.OnlyAsks, true);
        return SendAsync(request, read, ct);
    }

    /// <summary>Of the agreement under which this line calls; null where it calls under none.</summary>
    public async ValueTask<string?> SecretAsync(CancellationToken ct) => (await owner.AccountAsync(agreement, ct) ?? addresses.Account(agreement)) is { Secret: { Length: > 0 } secret } ? secret : null;

    /// <summary>How things stand, without calling anybody.</summary>
    public async Task<ConnectorLook> LookAsync(CancellationToken ct)
    {
        var account = await owner.AccountAsync(agreement, ct);
        var connected = account?.Address is not null || addresses.IsConnected(connector);
        var state = !connected ? ConnectorState.NotConnected : (account?.Address ?? addresses.Of(connector)) is { } address ? lanes.Of(connector, address).State : ConnectorState.Closed;
        var now = clock.GetUtcNow().UtcDateTime;
        var (answered, failure, failed, lastHour) = book.Of(connector, owner.Regency).Look(now);
        return new ConnectorLook(connector, state, account is not null, answered, failure, failed, lastHour);
    }

    private async Task<Lookup<T>> SendAsync<TAnswer, T>(HttpRequestMessage request, Func<TAnswer, DateTime, Lookup<T>> read, CancellationToken ct)
    {
        var account = await owner.AccountAsync(agreement, ct);
        if ((account?.Address ?? await addresses.FindAsync(connector)) is not { } address)
        {
            request.Dispose();
            return new Lookup<T>.Unavailable(Outage.NotConfigured);
        }

        var path = request.RequestUri!.OriginalString;
        request.RequestUri = new Uri(address, path);
        if (account?.Address is not null) request.Options.Set(OwnAddress.Key, true);
        if ((account ?? addresses.Account(agreement)) is { ClientId.Length: > 0, Secret.Length: > 0 } caller)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{caller.ClientId}:{caller.Secret}")));
        if (patience is null) return await CallAsync(request, path, read, ct);

        // The call goes on when nobody waits for it any more: its end tells whether the register is back.
        var call = CallAsync(request, path, read, CancellationToken.None);
        try
        {
            return await call.WaitAsync(lanes.Of(connector, address).IsDoubtful ? patience.InDoubt : patience.Usually, ct);
        }
        catch (TimeoutException)
        {
            return new Lookup<T>.Unavailable(Outage.TimedOut);
        }
    }

    private async Task<Lookup<T>> CallAsync<TAnswer, T>(HttpRequestMessage request, string path, Func<TAnswer, DateTime, Lookup<T>> read, CancellationToken ct)
    {
        using (request)
        {
            var calls = book.Of(connector, owner.Regency);
            Lookup<T> lookup;
            if (!await calls.EnterAsync(ct))
            {
                lookup = new Lookup<T>.Unavailable(Outage.Busy);
            }
            else
            {
                try
                {
                    var (answer, outage) = await ReceiveAsync<TAnswer>(request, ct);
                    lookup = answer is null ? new Lookup<T>.Unavailable(outage) : read(answer, clock.GetUtcNow().UtcDateTime);
                }
                finally
                {
                    calls.Leave();
                }
            }

            var silent = lookup as Lookup<T>.Unavailable;
            calls.Note(silent?.Reason, clock.GetUtcNow().UtcDateTime);
            if (silent is not null) Log.Unavailable(log, connector, path, silent.Reason);
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
            if (!response.IsSuccessStatusCode) return (default, response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? Outage.NotAllowed : Outage.Refused);
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

/// <summary>How long somebody waits whose page is being made: <see cref="ConnectorOptions.PageWait"/> and <see cref="ConnectorOptions.PageWaitInDoubt"/>.</summary>
internal sealed record Patience(TimeSpan Usually, TimeSpan InDoubt);

/// <summary>How things stand between a regency and one outside system, as this process has seen them.</summary>
/// <param name="Own">Under an agreement of the regency's own.</param>
/// <param name="AnsweredAt">UTC; null: not since this process started.</param>
/// <param name="CallsLastHour">Of this regency.</param>
public sealed record ConnectorLook(string Connector, ConnectorState State, bool Own, DateTime? AnsweredAt, Outage? Failure, DateTime? FailedAt, int CallsLastHour);
