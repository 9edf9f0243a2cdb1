using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Clients;

namespace MppDigital.Login.Protocol;

/// <summary>Says of the person what the scopes of the access token allow.</summary>
internal static class UserInfoEndpoint
{
    public const string Path = "/userinfo";

    public static async Task<IResult> Describe(HttpContext http, Tokens tokens, AccountSeal seal, IDbContextFactory<LoginDbContext> contexts, CancellationToken ct)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return Refuse(http, null);
        if (await tokens.ReadAccessAsync(header[7..].Trim(), ct) is not { } token) return Refuse(http, "invalid_token");
        var scope = token.FindFirst("scope")?.Value ?? "";
        if (!Scopes.Has(scope, Scopes.OpenId) || !Guid.TryParse(token.FindFirst("gid")?.Value, out var grantId)) return Refuse(http, "insufficient_scope", 403);

        var sub = token.FindFirst("sub")?.Value;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Sub == sub, ct);
        if (account is null || !await GrantTokens.Standing(db).AnyAsync(g => g.Id == grantId, ct)) return Refuse(http, "invalid_token");
        return TypedResults.Json(Claims(account, await seal.OpenAsync(account, ct), scope));
    }

    private static Dictionary<string, object> Claims(Account account, PersonalData person, string scope)
    {
        var claims = new Dictionary<string, object> { ["sub"] = account.Sub };
        if (Scopes.Has(scope, Scopes.Profile))
        {
            claims["name"] = person.Name;
            if (person.BirthDate is { } birth) claims["birthdate"] = birth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (account is { Kind: AccountKind.Staff, UserName: { } userName }) claims["preferred_username"] = userName;
        }

        if (Scopes.Has(scope, Scopes.Email) && person.Email is { } email) claims["email"] = email;
        if (Scopes.Has(scope, Scopes.Phone) && person.Phone is { } phone) claims["phone_number"] = phone;
        if (Scopes.Has(scope, Scopes.Nik) && person.Nik is { } nik) claims["nik"] = nik;
        return claims;
    }

    private static StatusCodeHttpResult Refuse(HttpContext http, string? error, int status = 401)
    {
        // RFC 6750, 3: a request without a token is told the scheme and nothing else.
        http.Response.Headers.WWWAuthenticate = error is null ? "Bearer" : $"Bearer error=\"{error}\"";
        return TypedResults.StatusCode(status);
    }
}
