using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using MppDigital.Login.Clients;
using MppDigital.Login.Keys;
using MppDigital.Login.Sessions;

namespace MppDigital.Login.Protocol;

/// <summary>Makes and reads the issuer's tokens. They carry no role and no personal data.</summary>
internal sealed class Tokens(SigningKeys keys, Issuer issuer, TimeProvider clock)
{
    public static readonly TimeSpan AccessLifetime = TimeSpan.FromMinutes(10);

    public const string AccessType = "at+jwt";

    private const string IdType = "JWT";

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };

    public Task<string> AccessAsync(Grant grant, Session session, string sub, string scope, string resource, CancellationToken ct) =>
        SignAsync(SecurityAlgorithms.EcdsaSha256, AccessType, resource, AccessLifetime, new()
        {
            ["sub"] = sub,
            ["client_id"] = grant.ClientId,
            ["scope"] = scope,
            ["jti"] = Handle.New(),
            ["sid"] = session.Sid,
            ["gid"] = grant.Id.ToString("N"),
            ["auth_time"] = EpochTime.GetIntDate(session.AuthenticatedAt),
            ["acr"] = Assurance.Of(session),
        }, ct);

    public Task<string> SystemAccessAsync(Client client, string regencyCode, string scope, CancellationToken ct) =>
        SignAsync(SecurityAlgorithms.EcdsaSha256, AccessType, client.Origin, AccessLifetime, new()
        {
            ["sub"] = client.Id,
            ["client_id"] = client.Id,
            ["scope"] = scope,
            ["jti"] = Handle.New(),
            ["regency"] = regencyCode,
        }, ct);

    public Task<string> IdAsync(Client client, Session session, string sub, string? nonce, string accessToken, CancellationToken ct)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(accessToken));
        var claims = new Dictionary<string, object>
        {
            ["sub"] = sub,
            ["sid"] = session.Sid,
            ["auth_time"] = EpochTime.GetIntDate(session.AuthenticatedAt),
            ["acr"] = Assurance.Of(session),
            ["amr"] = Assurance.MethodsOf(session),
            ["at_hash"] = WebEncoders.Base64UrlEncode(hash.AsSpan(0, 16)),
        };
        if (nonce is not null) claims["nonce"] = nonce;
        return SignAsync(client.IdTokenAlgorithm, IdType, client.Id, TimeSpan.FromMinutes(10), claims, ct);
    }

    /// <summary>Tells a client that a session ended (OpenID Connect Back-Channel Logout, 2.4).</summary>
    public Task<string> LogoutAsync(Client client, string sub, string sid, CancellationToken ct) =>
        SignAsync(client.IdTokenAlgorithm, "logout+jwt", client.Id, TimeSpan.FromMinutes(2), new()
        {
            ["sub"] = sub,
            ["sid"] = sid,
            ["jti"] = Handle.New(),
            ["events"] = new Dictionary<string, object> { ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>() },
        }, ct);

    public Task<ClaimsIdentity?> ReadAccessAsync(string token, CancellationToken ct) =>
        ReadAsync(token, new TokenValidationParameters { ValidTypes = [AccessType], ValidateAudience = false, ValidateLifetime = true }, ct);

    /// <summary>A hint at sign-out may be old: only the signature and the issuer count.</summary>
    public Task<ClaimsIdentity?> ReadIdHintAsync(string token, CancellationToken ct) =>
        ReadAsync(token, new TokenValidationParameters { ValidTypes = [IdType], ValidateAudience = false, ValidateLifetime = false }, ct);

    private async Task<ClaimsIdentity?> ReadAsync(string token, TokenValidationParameters rules, CancellationToken ct)
    {
        rules.ValidIssuer = issuer.Origin;
        rules.ValidAlgorithms = SigningKeys.Algorithms;
        rules.IssuerSigningKeys = await keys.PublishedAsync(ct);
        rules.ClockSkew = TimeSpan.Zero;
        rules.LifetimeValidator = (_, expires, _, used) => !used.ValidateLifetime || expires > clock.GetUtcNow().UtcDateTime;
        var result = await Handler.ValidateTokenAsync(token, rules);
        return result.IsValid ? result.ClaimsIdentity : null;
    }

    private async Task<string> SignAsync(string algorithm, string type, string audience, TimeSpan lifetime, Dictionary<string, object> claims, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer.Origin,
            Audience = audience,
            IssuedAt = now,
            Expires = now + lifetime,
            Claims = claims,
            TokenType = type,
            SigningCredentials = await keys.CredentialsAsync(algorithm, ct),
        });
    }
}
