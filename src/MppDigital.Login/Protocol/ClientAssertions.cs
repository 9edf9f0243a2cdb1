using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using MppDigital.Login.Clients;
using MppDigital.Login.Keys;
using MppDigital.Platform.Persistence;

namespace MppDigital.Login.Protocol;

/// <summary>
/// <c>private_key_jwt</c> (RFC 7523, OpenID Connect Core 9): the client signs who it is, for us, for a few minutes, and each signature
/// counts once on all nodes.
/// </summary>
internal sealed class ClientAssertions(ClientDirectory clients, Issuer issuer, IDbContextFactory<LoginDbContext> contexts, IDatabaseEngine engine, TimeProvider clock)
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public static readonly string[] Algorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256];

    /// <summary>Longer ones would only make a stolen assertion worth more, and their names have to be kept as long.</summary>
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private const int LongestName = 200;

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>The client that signed the assertion; null when anything about it is wrong.</summary>
    public async Task<Client?> ProvenAsync(ProtocolParameters form, CancellationToken ct)
    {
        if (form["client_assertion_type"] is not Type || form["client_assertion"] is not { } assertion) return null;
        if (clients.Find(form["client_id"] ?? IssuerOf(assertion)) is not { Proof: ClientProof.PrivateKey, PublicKeys: { } keys } client) return null;
        var result = await Handler.ValidateTokenAsync(assertion, RulesFor(client, keys));
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token) return null;
        return token.Subject == client.Id && await IsFirstUseAsync(client, token, ct) ? client : null;
    }

    private TokenValidationParameters RulesFor(Client client, string keys) => new()
    {
        ValidIssuer = client.Id,
        // The issuer is the name to prefer; older libraries name the endpoint that they call (RFC 7523, 3; RFC 9126, 2).
        ValidAudiences = [issuer.Origin, issuer.At(TokenEndpoint.Path), issuer.At(PushEndpoint.Path)],
        IgnoreTrailingSlashWhenValidatingAudience = false,
        ValidAlgorithms = Algorithms,
        IssuerSigningKeys = new JsonWebKeySet(keys).GetSigningKeys(),
        LifetimeValidator = (from, until, _, _) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return until > now - Skew && until <= now + LongestLifetime + Skew && (from is null || from <= now + Skew);
        },
    };

    private async Task<bool> IsFirstUseAsync(Client client, JsonWebToken token, CancellationToken ct)
    {
        if (token.Id is not { Length: > 0 and <= LongestName } name) return false;
        var hash = Handle.Hash($"{client.Id}\n{name}");
        await using var db = await contexts.CreateDbContextAsync(ct);
        // Asked first, so that a plain replay is no failed insert in the log; the key of the table decides between two at once.
        if (await db.UsedAssertions.AnyAsync(a => a.Hash == hash, ct)) return false;
        db.UsedAssertions.Add(UsedAssertion.Of(hash, token.ValidTo + Skew));
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            return false;
        }
    }

    private static string? IssuerOf(string assertion)
    {
        try
        {
            return Handler.ReadJsonWebToken(assertion).Issuer;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
