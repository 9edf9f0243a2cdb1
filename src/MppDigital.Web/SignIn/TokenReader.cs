using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MppDigital.Web.SignIn;

/// <summary>Validates tokens of the login with the framework's handler: issuer, audience, type, algorithm, signature, time.</summary>
internal sealed class TokenReader(LoginProvider provider, TimeProvider clock)
{
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>The claims, or null when anything about the token is wrong.</summary>
    public async Task<ClaimsIdentity?> ReadAsync(string token, string audience, string type, CancellationToken ct)
    {
        var result = await ValidateAsync(token, audience, type, ct);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // Signed by a key that is younger than our copy of the key set.
            provider.FetchKeysAgain();
            result = await ValidateAsync(token, audience, type, ct);
        }

        return result.IsValid ? result.ClaimsIdentity : null;
    }

    private async Task<TokenValidationResult> ValidateAsync(string token, string audience, string type, CancellationToken ct)
    {
        var rules = await provider.RulesAsync(audience, type, ct);
        rules.LifetimeValidator = (from, until, _, used) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return until is not null && until > now - used.ClockSkew && (from is null || from < now + used.ClockSkew);
        };
        return await Handler.ValidateTokenAsync(token, rules);
    }
}
