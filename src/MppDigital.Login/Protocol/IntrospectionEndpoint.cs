using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using MppDigital.Login.Clients;
using MppDigital.Login.Keys;

namespace MppDigital.Login.Protocol;

/// <summary>RFC 7662: tells a client whether a token of its own, or one meant for its host, still counts. Of others it learns nothing.</summary>
internal static class IntrospectionEndpoint
{
    public const string Path = "/introspect";

    private static readonly Dictionary<string, object> Inactive = new() { ["active"] = false };

    public static async Task<IResult> Describe(
        HttpContext http,
        ClientAuthentication authentication,
        Tokens tokens,
        IDbContextFactory<LoginDbContext> contexts,
        TimeProvider clock,
        CancellationToken ct)
    {
        var form = await ProtocolParameters.FromFormAsync(http.Request, ct);
        if (form.Fault is { } fault) return http.Refuse(fault);
        var caller = await authentication.CheckAsync(http.Request, form, ct);
        if (!caller.Succeeded) return http.Refuse(caller.Error);
        // RFC 7662, 2.1: whoever asks must be known; a public client is anybody.
        if (caller.Value.Proof == ClientProof.None) return http.Refuse(ProtocolError.InvalidClient);
        if (form["token"] is not { } token) return http.Refuse(ProtocolError.InvalidRequest("token is missing."));

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await tokens.ReadAccessAsync(token, ct) is { } access)
        {
            var own = access.FindFirst("client_id")?.Value == caller.Value.Id || (caller.Value.IsHost && access.FindFirst("aud")?.Value == caller.Value.Origin);
            return TypedResults.Json(own && await StandsAsync(db, access, ct) ? Claims(access) : Inactive);
        }

        var hash = Handle.Hash(token);
        var now = clock.GetUtcNow().UtcDateTime;
        var refresh = await db.RefreshTokens.AsNoTracking().Include(t => t.Grant).FirstOrDefaultAsync(t => t.TokenHash == hash && t.UsedAt == null && t.ExpiresAt > now, ct);
        return TypedResults.Json(refresh?.Grant is { } grant && grant.ClientId == caller.Value.Id && await GrantTokens.Standing(db).AnyAsync(g => g.Id == grant.Id, ct)
            ? new() { ["active"] = true, ["client_id"] = grant.ClientId, ["scope"] = grant.Scope, ["token_type"] = "refresh_token", ["exp"] = EpochTime.GetIntDate(refresh.ExpiresAt) }
            : Inactive);
    }

    /// <summary>A system's token has no grant and stands until it expires.</summary>
    private static async Task<bool> StandsAsync(LoginDbContext db, ClaimsIdentity token, CancellationToken ct) =>
        !Guid.TryParse(token.FindFirst("gid")?.Value, out var id) || await GrantTokens.Standing(db).AnyAsync(g => g.Id == id, ct);

    private static Dictionary<string, object> Claims(ClaimsIdentity token)
    {
        var claims = new Dictionary<string, object> { ["active"] = true, ["token_type"] = "Bearer" };
        foreach (var name in (string[])["iss", "sub", "aud", "client_id", "scope", "jti", "sid", "acr", "regency"])
        {
            if (token.FindFirst(name)?.Value is { } value) claims[name] = value;
        }

        foreach (var name in (string[])["iat", "exp", "auth_time"])
        {
            if (long.TryParse(token.FindFirst(name)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var instant)) claims[name] = instant;
        }

        return claims;
    }
}
