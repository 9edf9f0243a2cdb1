using Microsoft.AspNetCore.Http;
using MppDigital.Login.Clients;

namespace MppDigital.Login.Protocol;

internal static class TokenEndpoint
{
    public const string Path = "/token";

    public static async Task<IResult> Issue(
        HttpContext http,
        ClientAuthentication authentication,
        CodeRedemption codes,
        RefreshRotation refreshes,
        Tokens tokens,
        CancellationToken ct)
    {
        var form = await ProtocolParameters.FromFormAsync(http.Request, ct);
        if (form.Fault is { } fault) return http.Refuse(fault);
        var caller = await authentication.CheckAsync(http.Request, form, ct);
        if (!caller.Succeeded) return http.Refuse(caller.Error);
        var client = caller.Value;

        var answer = (form["grant_type"], client.SystemOfRegency) switch
        {
            (null, _) => ProtocolError.InvalidRequest("grant_type is missing."),
            ("authorization_code", null) => await codes.RedeemAsync(client, form, ct),
            ("refresh_token", null) => await refreshes.RotateAsync(client, form, ct),
            ("client_credentials", { } regency) => await ForSystemAsync(regency),
            ("authorization_code" or "refresh_token" or "client_credentials", _) => new ProtocolError("unauthorized_client", "This client may not use this grant."),
            _ => new ProtocolError("unsupported_grant_type", "Unknown grant_type."),
        };
        return answer.Succeeded ? TypedResults.Json(answer.Value) : http.Refuse(answer.Error);

        async Task<Checked<TokenAnswer>> ForSystemAsync(string regency)
        {
            if (Scopes.ForSystem(form["scope"], client) is not { } scope) return new ProtocolError("invalid_scope", "A system asks for mpp.api and for what it was registered with.");
            if (form["resource"] is { } resource && resource != client.Origin) return new ProtocolError("invalid_target", "A system works at its own regency only.");
            return new TokenAnswer(await tokens.SystemAccessAsync(client, regency, scope, ct), scope);
        }
    }
}
