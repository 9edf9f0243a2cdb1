using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Keys;

namespace MppDigital.Login.Protocol;

/// <summary>RFC 7009: a client gives a token back; the whole grant ends. What it cannot own is answered with the same 200.</summary>
internal static class RevocationEndpoint
{
    public const string Path = "/revoke";

    public static async Task<IResult> Revoke(
        HttpContext http,
        ClientAuthentication authentication,
        Tokens tokens,
        GrantTokens grantTokens,
        IDbContextFactory<LoginDbContext> contexts,
        CancellationToken ct)
    {
        var form = await ProtocolParameters.FromFormAsync(http.Request, ct);
        if (form.Fault is { } fault) return http.Refuse(fault);
        var caller = await authentication.CheckAsync(http.Request, form, ct);
        if (!caller.Succeeded) return http.Refuse(caller.Error);
        if (form["token"] is not { } token) return http.Refuse(ProtocolError.InvalidRequest("token is missing."));

        await using var db = await contexts.CreateDbContextAsync(ct);
        var hash = Handle.Hash(token);
        var grantId = await db.RefreshTokens.Where(t => t.TokenHash == hash).Select(t => (Guid?)t.GrantId).FirstOrDefaultAsync(ct);
        if (grantId is null && await tokens.ReadAccessAsync(token, ct) is { } access && Guid.TryParse(access.FindFirst("gid")?.Value, out var named)) grantId = named;
        if (grantId is { } id && await db.Grants.AnyAsync(g => g.Id == id && g.ClientId == caller.Value.Id, ct)) await grantTokens.RevokeAsync(id, ct);
        return TypedResults.Ok();
    }
}
