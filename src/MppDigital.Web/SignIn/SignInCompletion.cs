using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace MppDigital.Web.SignIn;

/// <summary>Turns a code into a principal, and trusts nothing before every check of the answer has passed.</summary>
internal sealed class SignInCompletion(ProviderCalls calls, TokenReader tokens, LoginProvider provider)
{
    private static readonly string[] Kept =
        [SignInClaims.Name, SignInClaims.Nik, SignInClaims.Phone, SignInClaims.Email, SignInClaims.BirthDate, SignInClaims.UserName];

    public string Issuer => provider.Issuer;

    /// <summary>Null when the login refuses the code or anything in its answer does not fit.</summary>
    public async Task<(ClaimsPrincipal Principal, ProviderTokens Tokens)?> CompleteAsync(RelyingParty party, SignInAttempt attempt, string code, CancellationToken ct)
    {
        ProviderTokens given;
        try
        {
            given = await calls.RedeemAsync(party, attempt, code, ct);
        }
        catch (HttpRequestException e) when (e.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized)
        {
            return null;
        }

        if (await tokens.ReadAsync(given.IdToken, party.ClientId, "JWT", ct) is not { } proven) return null;
        if (!Same(proven.FindFirst("nonce")?.Value, attempt.Nonce) || !Same(proven.FindFirst("at_hash")?.Value, HalfHash(given.AccessToken))) return null;
        if (proven.FindFirst(SignInClaims.Sub)?.Value is not { } sub || proven.FindFirst(SignInClaims.Sid)?.Value is not { } sid) return null;

        var person = await calls.DescribeAsync(given.AccessToken, ct);
        if (Text(person, SignInClaims.Sub) != sub) return null;
        var claims = new List<Claim> { new(SignInClaims.Sub, sub), new(SignInClaims.Sid, sid), new(SignInClaims.Origin, party.Origin) };
        foreach (var name in (string[])[SignInClaims.Acr, SignInClaims.AuthTime])
        {
            if (proven.FindFirst(name)?.Value is { } value) claims.Add(new(name, value));
        }

        foreach (var name in Kept)
        {
            if (Text(person, name) is { } value) claims.Add(new(name, value));
        }

        return (new ClaimsPrincipal(new ClaimsIdentity(claims, SignInSchemes.Cookie, SignInClaims.Name, roleType: null)), given);
    }

    private static string? Text(JsonElement person, string name) =>
        person.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string HalfHash(string accessToken) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)).AsSpan(0, 16));

    private static bool Same(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
