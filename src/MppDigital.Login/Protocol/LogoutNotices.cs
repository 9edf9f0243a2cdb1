using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MppDigital.Login.Clients;

namespace MppDigital.Login.Protocol;

/// <summary>Tells clients, server to server, that a session ended. What a client did not confirm stays open and is sent again by the sweep.</summary>
internal sealed partial class LogoutNotices(
    IHttpClientFactory http,
    Tokens tokens,
    ClientDirectory clients,
    IDbContextFactory<LoginDbContext> contexts,
    TimeProvider clock,
    ILogger<LogoutNotices> log)
{
    /// <summary>After this long the cookies of the session have expired at every host.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(12);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    public async Task SendAsync(Guid sessionId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = await (
            from touched in db.SessionClients
            join session in db.Sessions on touched.SessionId equals session.Id
            where touched.SessionId == sessionId && touched.NotifiedAt == null && session.EndedAt != null
            orderby touched.ClientId
            select new { touched.ClientId, session.Account!.Sub }).Take(600).ToListAsync(ct);

        var sent = await Task.WhenAll(open.Select(async o => await NotifyAsync(o.ClientId, o.Sub, sessionId.ToString("N"), ct) ? o.ClientId : null));
        var confirmed = sent.OfType<string>().ToList();
        var now = clock.GetUtcNow().UtcDateTime;
        await db.SessionClients.Where(c => c.SessionId == sessionId && confirmed.Contains(c.ClientId)).ExecuteUpdateAsync(s => s.SetProperty(c => c.NotifiedAt, now), ct);
    }

    /// <summary>Sends again what was not confirmed; returns how many sessions were tried.</summary>
    public async Task<int> SendOpenAsync(CancellationToken ct)
    {
        var since = clock.GetUtcNow().UtcDateTime - Patience;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sessions = await db.Sessions
            .Where(s => s.EndedAt > since && db.SessionClients.Any(c => c.SessionId == s.Id && c.NotifiedAt == null))
            .OrderBy(s => s.EndedAt).ThenBy(s => s.Id).Select(s => s.Id).Take(100).ToListAsync(ct);
        foreach (var session in sessions) await SendAsync(session, ct);
        return sessions.Count;
    }

    private async Task<bool> NotifyAsync(string clientId, string sub, string sid, CancellationToken ct)
    {
        // A client that is no longer registered, or wants no notices, counts as told.
        if (clients.Find(clientId) is not { BackchannelLogoutUri: { } uri } client) return true;
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(ct);
        wait.CancelAfter(LongestWait);
        try
        {
            using var body = new FormUrlEncodedContent([new("logout_token", await tokens.LogoutAsync(client, sub, sid, ct))]);
            using var answer = await http.CreateClient(LoginServices.NoticesHttpClient).PostAsync(new Uri(uri), body, wait.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            Log.NotReached(log, clientId, e.GetType().Name);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Client {Client} did not take the notice of an ended session: {Failure}; it will be sent again")]
        public static partial void NotReached(ILogger logger, string client, string failure);
    }
}
