using System.Text.Json;
using MppDigital.Platform;

namespace MppDigital.Login.Clients;

/// <summary>What the operator writes down of a program, in the words of OpenID Connect Dynamic Registration 1.0, section 2.</summary>
/// <param name="Id">3 to 60 characters: small letters, digits, hyphens.</param>
/// <param name="Name">Shown to the person who signs in.</param>
/// <param name="Authentication"><c>client_secret</c>, <c>private_key_jwt</c> or <c>none</c>.</param>
/// <param name="RedirectUris">Compared letter by letter; https, or http to the loopback address.</param>
/// <param name="Jwks">The public keys, for <c>private_key_jwt</c>.</param>
/// <param name="Scopes">What it may ask for; <c>openid</c> and <c>mpp.api</c> when left out, for a system <c>mpp.api</c>.</param>
/// <param name="IdTokenAlgorithm"><c>ES256</c> unless it knows only <c>RS256</c>.</param>
/// <param name="SystemOfRegency">Four digits for a system that acts for itself, in this regency only; it has no redirects.</param>
public sealed record ClientRegistration(
    string? Id,
    string? Name,
    string? Authentication,
    IReadOnlyList<string>? RedirectUris = null,
    IReadOnlyList<string>? PostLogoutRedirectUris = null,
    string? BackchannelLogoutUri = null,
    JsonElement? Jwks = null,
    IReadOnlyList<string>? Scopes = null,
    string? IdTokenAlgorithm = null,
    string? SystemOfRegency = null)
{
    internal static readonly IReadOnlyDictionary<string, ClientProof> Proofs = new Dictionary<string, ClientProof>
    {
        ["client_secret"] = ClientProof.Secret,
        ["private_key_jwt"] = ClientProof.PrivateKey,
        ["none"] = ClientProof.None,
    };

    /// <summary>Of a registration that was checked.</summary>
    internal Client ToClient(PlatformOptions platform) => new()
    {
        Id = Id!,
        Name = Name!,
        Origin = platform.PublicOrigin,
        RedirectUris = RedirectUris ?? [],
        PostLogoutRedirectUris = PostLogoutRedirectUris ?? [],
        BackchannelLogoutUri = BackchannelLogoutUri,
        IdTokenAlgorithm = IdTokenAlgorithm ?? "ES256",
        SystemOfRegency = SystemOfRegency,
        Proof = Proofs[Authentication!],
        PublicKeys = Jwks?.GetRawText(),
        AsksConsent = SystemOfRegency is null,
        Scopes = Scopes ?? (SystemOfRegency is null ? [Clients.Scopes.OpenId, Clients.Scopes.Api] : [Clients.Scopes.Api]),
    };
}
