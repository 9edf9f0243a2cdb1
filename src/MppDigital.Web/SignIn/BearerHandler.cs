using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using MppDigital.Login.Sessions;

namespace MppDigital.Web.SignIn;

/// <summary>
/// Access tokens at the API (RFC 9068): of our issuer, of type at+jwt, for exactly this host, with the scope mpp.api. Checked without
/// reading a database.
/// </summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    TokenReader tokens,
    RelyingParties parties,
    EndedSessions ended) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    public static bool HasToken(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    public static string TokenOf(HttpRequest request) => request.Headers.Authorization.ToString()[Prefix.Length..].Trim();

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!HasToken(Request)) return AuthenticateResult.NoResult();
        if (parties.Of(Context) is not { } party) return AuthenticateResult.Fail("Tokens are for our own hosts.");
        if (await tokens.ReadAsync(TokenOf(Request), party.Audience, "at+jwt", Context.RequestAborted) is not { } read) return AuthenticateResult.Fail("The token is not valid here.");
        if (read.FindFirst(SignInClaims.Scope)?.Value.Split(' ').Contains("mpp.api") is not true) return AuthenticateResult.Fail("The token has not the scope mpp.api.");
        if (read.FindFirst(SignInClaims.Sid)?.Value is { } sid && ended.Contains(sid)) return AuthenticateResult.Fail("The session has ended.");
        // A system's token names its regency, and the host must be that one whatever the audience says.
        if (read.FindFirst(SignInClaims.Regency)?.Value is { } regency && party.ClientId != $"regency-{regency}") return AuthenticateResult.Fail("This system works in another regency.");

        var identity = new ClaimsIdentity(read.Claims, SignInSchemes.Bearer, SignInClaims.Name, roleType: null);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SignInSchemes.Bearer));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => HostChallenge.ChallengeAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => HostChallenge.ForbidAsync(Context);
}
