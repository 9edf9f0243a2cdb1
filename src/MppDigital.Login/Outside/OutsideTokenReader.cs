using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace MppDigital.Login.Outside;

/// <summary>Trusts an id_token only after every check of OpenID Connect Core, 3.1.3.7.</summary>
internal sealed partial class OutsideTokenReader(OutsideProvider provider, IOptions<OutsideOptions> options, TimeProvider clock, ILogger<OutsideTokenReader> log)
{
    /// <summary>How far the provider's clock may be from ours, in either direction: its token has just been made.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    // No secret is shared with the provider, so a token "signed" with one, or with none, is nobody's.
    private static readonly string[] Algorithms =
        [SecurityAlgorithms.EcdsaSha512, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSha256];

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <returns>Null when anything about it is wrong.</returns>
    public async Task<JsonWebToken?> ReadAsync(OpenIdConnectConfiguration known, OutsideTokens given, OutsideAttempt attempt, CancellationToken ct)
    {
        var result = await Handler.ValidateTokenAsync(given.IdToken, Rules(known));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException && await provider.ReadAgainAsync(known, ct) is { } fresh)
        {
            result = await Handler.ValidateTokenAsync(given.IdToken, Rules(fresh));
        }

        if (!result.IsValid || result.SecurityToken is not JsonWebToken token)
        {
            Log.Refused(log, result.Exception?.GetType().Name ?? "no token");
            return null;
        }

        if (FaultOf(token, given, attempt) is not { } fault) return token;
        Log.Refused(log, fault);
        return null;
    }

    private TokenValidationParameters Rules(OpenIdConnectConfiguration known) => new()
    {
        ValidIssuer = options.Value.Issuer,
        ValidAudience = options.Value.ClientId,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        ValidAlgorithms = Algorithms,
        IssuerSigningKeys = known.SigningKeys,
        RequireExpirationTime = true,
        // Many providers write no type; one that is written must not be that of another kind of token.
        TypeValidator = (type, _, _) => type is null or "" || type.Equals("JWT", StringComparison.OrdinalIgnoreCase) ? "JWT" : throw new SecurityTokenInvalidTypeException("No id_token."),
        LifetimeValidator = (from, until, _, _) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return until > now - Skew && (from is null || from <= now + Skew);
        },
    };

    private string? FaultOf(JsonWebToken token, OutsideTokens given, OutsideAttempt attempt)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (token.IssuedAt == DateTime.MinValue) return "no iat";
        if ((now - token.IssuedAt).Duration() > Skew)
        {
            Log.Clock(log, (int)(token.IssuedAt - now).TotalSeconds);
            return "clock";
        }

        // A token for several audiences must say that it was made for us (3.1.3.7, 3 to 5).
        var party = Text(token, "azp");
        if ((token.Audiences.Count() > 1 && party is null) || (party is not null && party != options.Value.ClientId)) return "azp";
        if (!Same(Text(token, "nonce"), attempt.Nonce)) return "nonce";
        if (Text(token, "at_hash") is { } half && (given.AccessToken is null || !Same(half, HalfHash(token.Alg, given.AccessToken)))) return "at_hash";
        return token.Subject is { Length: > 0 and <= 255 } ? null : "sub";
    }

    internal static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value : null;

    private static bool Same(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    /// <summary>The left half of the hash that belongs to the token's algorithm (3.1.3.6).</summary>
    private static string HalfHash(string algorithm, string accessToken)
    {
        var bytes = Encoding.ASCII.GetBytes(accessToken);
        var hash = algorithm[^3..] switch { "512" => SHA512.HashData(bytes), "384" => SHA384.HashData(bytes), _ => SHA256.HashData(bytes) };
        return WebEncoders.Base64UrlEncode(hash.AsSpan(0, hash.Length / 2));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "An id_token of the outside identity provider was refused: {Fault}")]
        public static partial void Refused(ILogger logger, string fault);

        [LoggerMessage(Level = LogLevel.Error, Message = "The clock of the outside identity provider differs from ours by {Seconds} seconds: compare both with a time server")]
        public static partial void Clock(ILogger logger, int seconds);
    }
}
