using System.Buffers.Text;
using System.Globalization;
using System.Text.RegularExpressions;
using MppDigital.Login.Clients;
using MppDigital.Login.Keys;

namespace MppDigital.Login.Protocol;

/// <summary>The rules of an authorization request (OpenID Connect Core 3.1.2, RFC 7636, RFC 8707), the same for pushed and plain ones.</summary>
internal sealed partial class AuthorizationCheck(ClientDirectory clients, Tokens tokens)
{
    private const string AnyStaff = "petugas";

    private static readonly string[] Prompts = ["none", "login", "consent", "select_account"];

    /// <summary>The registered redirect that this request names; without one nothing is ever sent back to the client.</summary>
    public static string? RedirectOf(Client client, ProtocolParameters request) =>
        client.RedirectUris.FirstOrDefault(uri => uri == request["redirect_uri"]);

    public async Task<Checked<AuthorizationParameters>> CheckAsync(Client client, string redirectUri, ProtocolParameters request, CancellationToken ct)
    {
        if (request.Fault is { } fault) return fault;
        if (request["request"] is not null) return new ProtocolError("request_not_supported", "Push the request instead.");
        if (request["response_type"] is not "code")
        {
            return request["response_type"] is null ? ProtocolError.InvalidRequest("response_type is missing.") : new ProtocolError("unsupported_response_type", "Only code.");
        }

        if (request["response_mode"] is not (null or "query")) return ProtocolError.InvalidRequest("Only the response mode query.");
        if (request["code_challenge"] is not { Length: Handle.Length } challenge || !Base64Url.IsValid(challenge)) return ProtocolError.InvalidRequest("code_challenge is missing or not 43 characters of base64url.");
        if (request["code_challenge_method"] is not "S256") return ProtocolError.InvalidRequest("code_challenge_method must be S256.");
        if (request["state"] is { Length: > AuthorizationParameters.LongestText }) return ProtocolError.InvalidRequest("state is too long.");
        if (request["nonce"] is { Length: > AuthorizationParameters.LongestText }) return ProtocolError.InvalidRequest("nonce is too long.");

        var scope = Scopes.Keep(request["scope"], client);
        if (!Scopes.Has(scope, Scopes.OpenId)) return new ProtocolError("invalid_scope", "The scope openid is needed.");
        if (request["resource"] is { } resource && !clients.IsResource(resource)) return new ProtocolError("invalid_target", "resource must be the exact origin of one of our hosts.");

        var prompt = (request["prompt"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!prompt.All(Prompts.Contains) || (prompt.Contains("none") && prompt.Length > 1)) return ProtocolError.InvalidRequest("prompt is not understood.");
        int? maxAge = null;
        if (request["max_age"] is { } age)
        {
            if (!int.TryParse(age, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return ProtocolError.InvalidRequest("max_age must be a number of seconds.");
            maxAge = seconds;
        }

        string? subject = null;
        if (request["id_token_hint"] is { } hint)
        {
            var known = await tokens.ReadIdHintAsync(hint, ct);
            if (known?.FindFirst("aud")?.Value != client.Id) return ProtocolError.InvalidRequest("id_token_hint is no token of this client.");
            subject = known.FindFirst("sub")?.Value;
        }

        return new AuthorizationParameters(
            client.Id,
            redirectUri,
            scope,
            request["state"],
            request["nonce"],
            challenge,
            request["resource"],
            FreshSignIn: prompt.Contains("login") || prompt.Contains("select_account"),
            Silent: prompt.Contains("none"),
            maxAge,
            ForStaff: request["login_hint"] is { } person && StaffName().IsMatch(person),
            AskConsent: prompt.Contains("consent"),
            WantsTwoFactors: Assurance.PrefersTwoFactors(request["acr_values"]),
            Subject: subject,
            UserName: request["login_hint"] is { } name && name != AnyStaff && StaffName().IsMatch(name) ? name : null,
            Language: request["ui_locales"]?.Split(' ').Select(l => l.Split('-')[0].ToLowerInvariant()).FirstOrDefault(l => l is "id" or "en"));
    }

    /// <summary>A user name of staff, or the word that stands for any of them; numbers and addresses of citizens do not look like this.</summary>
    [GeneratedRegex("^[a-z][a-z0-9.-]{2,59}$")]
    private static partial Regex StaffName();
}
