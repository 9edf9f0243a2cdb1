using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Keys;

namespace MppDigital.Login.Protocol;

/// <summary>Pushed authorization requests (RFC 9126): the browser carries a handle instead of the parameters.</summary>
internal static class PushEndpoint
{
    public const string Path = "/par";

    public const string UriPrefix = "urn:ietf:params:oauth:request_uri:";

    public static async Task<IResult> Push(
        HttpContext http,
        ClientAuthentication authentication,
        AuthorizationCheck check,
        IDbContextFactory<LoginDbContext> contexts,
        TimeProvider clock,
        CancellationToken ct)
    {
        var form = await ProtocolParameters.FromFormAsync(http.Request, ct);
        if (form.Fault is { } fault) return http.Refuse(fault);
        var caller = await authentication.CheckAsync(http.Request, form, ct);
        if (!caller.Succeeded) return http.Refuse(caller.Error);
        var client = caller.Value;
        if (form["request_uri"] is not null) return http.Refuse(ProtocolError.InvalidRequest("request_uri cannot be pushed."));
        if (AuthorizationCheck.RedirectOf(client, form) is not { } redirect) return http.Refuse(ProtocolError.InvalidRequest("redirect_uri is not registered."));
        if (client.IsSystem) return http.Refuse(new ProtocolError("unauthorized_client", "A system signs nobody in."));
        var request = await check.CheckAsync(client, redirect, form, ct);
        if (!request.Succeeded) return http.Refuse(request.Error);

        var handle = Handle.New();
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.AuthorizationRequests.Add(AuthorizationRequest.Of(Handle.Hash(handle), client.Id, JsonSerializer.Serialize(request.Value), isPushed: true, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        return TypedResults.Json(new Dictionary<string, object> { ["request_uri"] = UriPrefix + handle, ["expires_in"] = (int)AuthorizationRequest.PushedLifetime.TotalSeconds }, statusCode: 201);
    }
}
