using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using MppDigital.Login.Clients;
using MppDigital.Login.Sessions;

namespace MppDigital.Login.Protocol;

/// <summary>
/// Sign-out asked for by a client (RP-Initiated Logout 1.0). With a token of this very session it happens at once; without one the
/// person is asked, so that no foreign page can sign people out.
/// </summary>
internal static class EndSessionEndpoint
{
    public static async Task<IResult> End(
        HttpContext http,
        Tokens tokens,
        ClientDirectory clients,
        CurrentSession current,
        SessionEnding ending,
        LoginCookie cookie,
        TroublePage trouble,
        CancellationToken ct)
    {
        var given = HttpMethods.IsPost(http.Request.Method) ? await ProtocolParameters.FromFormAsync(http.Request, ct) : ProtocolParameters.FromQuery(http.Request);
        var hint = given["id_token_hint"] is { } token ? await tokens.ReadIdHintAsync(token, ct) : null;
        var clientId = hint?.FindFirst("aud")?.Value ?? given["client_id"];
        // Two clients in one request, or one parameter twice: whoever sent this must not have his way.
        if (given.Fault is not null || (given["client_id"] is { } named && named != clientId)) return trouble("malformed");
        var client = clients.Find(clientId);
        var redirect = client?.PostLogoutRedirectUris.FirstOrDefault(uri => uri == given["post_logout_redirect_uri"]);

        if (await current.FindAsync(http, ct) is { } session)
        {
            if (hint?.FindFirst("sid")?.Value != session.Sid) return new SeeOtherResult(Ask(client, redirect, given["state"]));
            await ending.EndAsync(session.Id, ct);
            cookie.Delete(http.Response);
        }

        if (redirect is null) return new SeeOtherResult(SignInPaths.SignOut);
        return new SeeOtherResult(given["state"] is { } state ? QueryHelpers.AddQueryString(redirect, "state", state) : redirect);
    }

    private static string Ask(Client? client, string? redirect, string? state) =>
        client is null || redirect is null
            ? SignInPaths.SignOut
            : QueryHelpers.AddQueryString(SignInPaths.SignOut, new Dictionary<string, string?> { ["client_id"] = client.Id, ["post_logout_redirect_uri"] = redirect, ["state"] = state });
}
