using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Clients;

/// <summary>All that another certified provider has to be told to take the place of this login.</summary>
public sealed record ExportClients;

/// <param name="Issuer">Of this login; at the other provider it becomes <c>SignIn:Authority</c>.</param>
public sealed record ClientExport(string Issuer, IReadOnlyList<ScopeLine> Scopes, IReadOnlyList<string> AccessTokenClaims, IReadOnlyList<string> IdTokenClaims, IReadOnlyList<ClientLine> Clients);

/// <param name="Claims">That userinfo gives for this scope.</param>
/// <param name="MayBeDeclined">The person may withhold it from a foreign program and still sign in.</param>
public sealed record ScopeLine(string Name, IReadOnlyList<string> Claims, bool MayBeDeclined);

/// <param name="Authentication">As in OpenID Connect Dynamic Registration 1.0, <c>token_endpoint_auth_method</c>.</param>
/// <param name="Resource">Audience of its access tokens when it names no <c>resource</c> (RFC 8707).</param>
/// <param name="IsHost">One of our own: its API takes access tokens of every client, with its origin as audience, and it may introspect them.</param>
/// <param name="Regency">Four digits; the access tokens of a system carry them as the claim <c>regency</c>.</param>
public sealed record ClientLine(
    string ClientId,
    string Name,
    IReadOnlyList<string> GrantTypes,
    string Authentication,
    IReadOnlyList<string> RedirectUris,
    IReadOnlyList<string> PostLogoutRedirectUris,
    string? BackchannelLogoutUri,
    IReadOnlyList<string> Scopes,
    string IdTokenSignedResponseAlg,
    string Resource,
    bool IsHost,
    bool AsksConsent,
    string? Regency,
    string? Jwks);

internal sealed class ExportClientsHandler(
    ClientDirectory clients,
    ITenantDirectory regencies,
    IDbContextFactory<LoginDbContext> contexts,
    IOptions<PlatformOptions> platform) : IUseCase<ExportClients, ClientExport>
{
    private const int MostForeign = 5000;

    public async Task<Outcome<ClientExport>> HandleAsync(ExportClients input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var foreign = await db.RegisteredClients.AsNoTracking().OrderBy(c => c.Id).Select(c => c.Id).Take(MostForeign).ToListAsync(ct);
        var ids = new[] { ClientDirectory.Portal, ClientDirectory.Ministry }.Concat(regencies.All.Select(ClientDirectory.IdOf)).Concat(foreign);
        return new ClientExport(
            platform.Value.OriginOf("login"),
            [
                new(Scopes.OpenId, ["sub"], MayBeDeclined: false),
                new(Scopes.Profile, ["name", "birthdate", "preferred_username"], MayBeDeclined: true),
                new(Scopes.Phone, ["phone_number"], MayBeDeclined: true),
                new(Scopes.Email, ["email"], MayBeDeclined: true),
                new(Scopes.Nik, ["nik"], MayBeDeclined: true),
                new(Scopes.OfflineAccess, [], MayBeDeclined: false),
                new(Scopes.Api, [], MayBeDeclined: false),
            ],
            ["iss", "sub", "aud", "exp", "iat", "jti", "client_id", "scope", "sid", "auth_time", "acr"],
            ["iss", "sub", "aud", "exp", "iat", "nonce", "sid", "auth_time", "acr", "amr", "at_hash"],
            [.. ids.Select(clients.Find).OfType<Client>().Select(Line)]);
    }

    private static ClientLine Line(Client client) => new(
        client.Id,
        client.Name,
        client.IsSystem ? ["client_credentials"] : ["authorization_code", "refresh_token"],
        client.Proof switch
        {
            ClientProof.PrivateKey => "private_key_jwt",
            ClientProof.None => "none",
            _ => "client_secret_basic",
        },
        client.RedirectUris,
        client.PostLogoutRedirectUris,
        client.BackchannelLogoutUri,
        client.IsSystem ? [Scopes.Api] : client.Scopes ?? Scopes.All,
        client.IdTokenAlgorithm,
        client.Origin,
        client.IsHost,
        client.AsksConsent,
        client.SystemOfRegency,
        client.PublicKeys);
}
