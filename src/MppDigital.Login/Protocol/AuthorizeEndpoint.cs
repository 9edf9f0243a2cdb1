using Microsoft.AspNetCore.Http;
using MppDigital.Login.Clients;

namespace MppDigital.Login.Protocol;

/// <summary>
/// Where a client sends the browser. Whoever has a session goes straight back with a code; everybody else sees our pages first.
/// A request that names no registered redirect ends at a plain page and is never sent anywhere.
/// </summary>
internal static class AuthorizeEndpoint
{
    public const string Path = "/authorize";

    public static async Task<IResult> Begin(
        HttpContext http,
        AuthorizationDecision decision,
        AuthorizationCheck check,
        ClientDirectory clients,
        PendingRequests pending,
        TroublePage trouble,
        CancellationToken ct)
    {
        var given = HttpMethods.IsPost(http.Request.Method) ? await ProtocolParameters.FromFormAsync(http.Request, ct) : ProtocolParameters.FromQuery(http.Request);
        if (given is { Fault: not null, IsEmpty: true }) return trouble("malformed");
        if (clients.Find(given["client_id"]) is not { IsSystem: false } client) return trouble("unknown-client");
        if (given["request_uri"] is { } uri)
        {
            var handle = uri.StartsWith(PushEndpoint.UriPrefix, StringComparison.Ordinal) ? uri[PushEndpoint.UriPrefix.Length..] : null;
            var pushed = await pending.FindAsync(handle, pushed: true, ct);
            return pushed?.Parameters.ClientId == client.Id && await pending.TakeAsync(pushed, ct)
                ? await decision.MakeAsync(http, pushed.Parameters, begun: null, handle: null, ct)
                : trouble("request-expired");
        }

        if (AuthorizationCheck.RedirectOf(client, given) is not { } redirect) return trouble("unregistered-redirect");
        var request = await check.CheckAsync(client, redirect, given, ct);
        return request.Succeeded
            ? await decision.MakeAsync(http, request.Value, begun: null, handle: null, ct)
            : decision.ErrorTo(redirect, given["state"], request.Error);
    }

    public static async Task<IResult> Resume(HttpContext http, AuthorizationDecision decision, PendingRequests pending, TroublePage trouble, CancellationToken ct)
    {
        var handle = ProtocolParameters.FromQuery(http.Request)[SignInPaths.RequestKey];
        return await pending.FindAsync(handle, pushed: false, ct) is { } request
            ? await decision.MakeAsync(http, request.Parameters, request, handle, ct)
            : trouble("request-expired");
    }
}
