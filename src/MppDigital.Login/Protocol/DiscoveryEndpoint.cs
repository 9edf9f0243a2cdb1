using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;
using MppDigital.Login.Keys;

namespace MppDigital.Login.Protocol;

internal static class DiscoveryEndpoint
{
    public const string Path = "/.well-known/openid-configuration";

    public const string KeysPath = "/jwks";

    private static readonly string[] WithPublic = [.. ClientAuthentication.Methods, "none"];

    public static IResult Document(Issuer issuer) => TypedResults.Json(new Dictionary<string, object>
    {
        ["issuer"] = issuer.Origin,
        ["authorization_endpoint"] = issuer.At(AuthorizeEndpoint.Path),
        ["token_endpoint"] = issuer.At(TokenEndpoint.Path),
        ["userinfo_endpoint"] = issuer.At(UserInfoEndpoint.Path),
        ["jwks_uri"] = issuer.At(KeysPath),
        ["pushed_authorization_request_endpoint"] = issuer.At(PushEndpoint.Path),
        ["revocation_endpoint"] = issuer.At(RevocationEndpoint.Path),
        ["introspection_endpoint"] = issuer.At(IntrospectionEndpoint.Path),
        ["end_session_endpoint"] = issuer.At(SignInPaths.EndSession),
        ["response_types_supported"] = List("code"),
        ["response_modes_supported"] = List("query"),
        ["grant_types_supported"] = List("authorization_code", "refresh_token", "client_credentials"),
        ["subject_types_supported"] = List("public"),
        ["id_token_signing_alg_values_supported"] = SigningKeys.Algorithms,
        ["token_endpoint_auth_methods_supported"] = WithPublic,
        ["token_endpoint_auth_signing_alg_values_supported"] = ClientAssertions.Algorithms,
        ["revocation_endpoint_auth_methods_supported"] = WithPublic,
        ["revocation_endpoint_auth_signing_alg_values_supported"] = ClientAssertions.Algorithms,
        ["introspection_endpoint_auth_methods_supported"] = ClientAuthentication.Methods,
        ["introspection_endpoint_auth_signing_alg_values_supported"] = ClientAssertions.Algorithms,
        ["code_challenge_methods_supported"] = List("S256"),
        ["scopes_supported"] = Clients.Scopes.All.Union(Clients.Scopes.OfSystems).ToArray(),
        ["claims_supported"] = List("sub", "name", "birthdate", "preferred_username", "phone_number", "email", "nik", "sid", "auth_time", "acr", "amr", "nonce"),
        ["acr_values_supported"] = List(Assurance.OneFactor, Assurance.TwoFactors),
        ["prompt_values_supported"] = List("none", "login", "consent", "select_account"),
        ["ui_locales_supported"] = List("id", "en"),
        ["authorization_response_iss_parameter_supported"] = true,
        ["backchannel_logout_supported"] = true,
        ["backchannel_logout_session_supported"] = true,
        ["claims_parameter_supported"] = false,
        ["request_parameter_supported"] = false,
        ["request_uri_parameter_supported"] = false,
        ["require_request_uri_registration"] = false,
    });

    public static async Task<IResult> KeySet(SigningKeys keys, CancellationToken ct)
    {
        var published = await keys.PublishedAsync(ct);
        return TypedResults.Json(new Dictionary<string, object> { ["keys"] = published.Select(Describe).ToArray() });
    }

    private static string[] List(params string[] values) => values;

    private static Dictionary<string, string> Describe(SecurityKey key)
    {
        if (key is ECDsaSecurityKey ec)
        {
            var point = ec.ECDsa.ExportParameters(false).Q;
            return new()
            {
                ["kty"] = "EC",
                ["crv"] = "P-256",
                ["x"] = Base64UrlEncoder.Encode(point.X),
                ["y"] = Base64UrlEncoder.Encode(point.Y),
                ["kid"] = ec.KeyId,
                ["use"] = "sig",
                ["alg"] = SecurityAlgorithms.EcdsaSha256,
            };
        }

        var numbers = ((RsaSecurityKey)key).Rsa.ExportParameters(false);
        return new()
        {
            ["kty"] = "RSA",
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
            ["kid"] = key.KeyId,
            ["use"] = "sig",
            ["alg"] = SecurityAlgorithms.RsaSha256,
        };
    }
}
