using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;
using MppDigital.Login;
using MppDigital.Login.Sessions;
using MppDigital.Web.SignIn.StepUp;

namespace MppDigital.Web.SignIn;

/// <summary>The relying party that every host is: leaves for the login, comes back, ends its own session.</summary>
internal static class SignInEndpoints
{
    public const string BeginPath = "/signin";
    public const string CallbackPath = "/signin/callback";
    public const string BackchannelPath = "/signin/backchannel";
    public const string SignOutPath = "/signout";

    /// <summary>Asks for a fresh second factor although somebody is signed in.</summary>
    public const string StepUpKey = "ulang";

    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        group.AddEndpointFilter(SayWhenTheLoginIsAway);
        group.MapGet(BeginPath, Begin);
        group.MapGet(CallbackPath, Callback);
        group.MapPost(BackchannelPath, EndFromBehind).DisableAntiforgery();
        group.MapGet(SignOutPath, AskToSignOut);
        group.MapPost(SignOutPath, SignOut);
    }

    private static async ValueTask<object?> SayWhenTheLoginIsAway(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (HttpRequestException)
        {
            return context.HttpContext.RequestServices.GetRequiredService<TroublePage>()("unavailable");
        }
    }

    private static async Task<IResult> Begin(HttpContext http, string? returnUrl, RelyingParties parties, ProviderCalls provider, SignInState state, StepUpRule rule, CancellationToken ct)
    {
        if (parties.Of(http) is not { } party) return TypedResults.NotFound();
        var target = LocalReturn.Of(returnUrl);
        var stepsUp = http.Request.Query.ContainsKey(StepUpKey);
        if (http.User.Identity?.IsAuthenticated == true && (!stepsUp || rule.IsMetBy(http.User))) return TypedResults.LocalRedirect(target);

        http.Response.Headers.CacheControl = "no-store";
        var attempt = SignInAttempt.To(target) with { StepUp = stepsUp ? new StepUpDemand(StepUpRule.Acr, rule.MaxAge) : null };
        // The hint says who has to come back: somebody else's second factor proves nothing about this person.
        var hint = stepsUp ? await http.GetTokenAsync(SignInSchemes.Cookie, "id_token") : null;
        var address = await provider.PushAsync(party, attempt, LocalReturn.IsForStaff(party, target), hint, ct);
        state.Keep(http.Response, party, attempt);
        return TypedResults.Redirect(address);
    }

    private static async Task<IResult> Callback(HttpContext http, RelyingParties parties, SignInCompletion completion, SignInState state, SessionRenewal renewal, TroublePage trouble, CancellationToken ct)
    {
        if (parties.Of(http) is not { } party) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        var query = http.Request.Query;
        if (state.Take(http, party, query["state"]) is not { } attempt) return trouble("request-expired");
        if (query["iss"] != completion.Issuer) return trouble("wrong-issuer");
        if (query["error"].Count > 0 || query["code"].ToString() is not { Length: > 0 } code) return trouble("declined");
        if (await completion.CompleteAsync(party, attempt, code, ct) is not var (principal, tokens)) return trouble("not-verified");

        var properties = new AuthenticationProperties { IsPersistent = false };
        renewal.Begin(properties, tokens);
        await http.SignInAsync(SignInSchemes.Cookie, principal, properties);
        // The login did all it could: this account has no second factor yet.
        return attempt.StepUp is not null && !StepUpRule.IsStrong(principal) ? trouble("second-factor-missing") : TypedResults.LocalRedirect(attempt.ReturnUrl);
    }

    /// <summary>The login says that a session ended (OpenID Connect Back-Channel Logout, 2.6).</summary>
    private static async Task<IResult> EndFromBehind(HttpContext http, RelyingParties parties, TokenReader tokens, EndedSessions ended, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (parties.Of(http) is not { } party || !http.Request.HasFormContentType) return TypedResults.BadRequest();
        var form = await http.Request.ReadFormAsync(ct);
        if (await tokens.ReadAsync(form["logout_token"].ToString(), party.ClientId, "logout+jwt", ct) is not { } notice) return TypedResults.BadRequest();
        var isNotice = notice.FindFirst("events")?.Value.Contains("\"http://schemas.openid.net/event/backchannel-logout\"", StringComparison.Ordinal) is true;
        if (!isNotice || notice.FindFirst("nonce") is not null || notice.FindFirst(SignInClaims.Sid)?.Value is not { Length: > 0 and <= 64 } sid) return TypedResults.BadRequest();
        await ended.AddAsync(sid, ct);
        return TypedResults.Ok();
    }

    /// <summary>A link cannot prove that the person meant it, so the login host asks.</summary>
    private static async Task<IResult> AskToSignOut(RelyingParties parties, LoginProvider provider, HttpContext http, CancellationToken ct) =>
        parties.Of(http) is { } party ? TypedResults.Redirect(await AddressOfEndAsync(provider, party, null, ct)) : TypedResults.NotFound();

    private static async Task<IResult> SignOut(HttpContext http, RelyingParties parties, LoginProvider provider, IAntiforgery antiforgery, CancellationToken ct)
    {
        if (parties.Of(http) is not { } party) return TypedResults.NotFound();
        if (!await antiforgery.IsRequestValidAsync(http)) return TypedResults.BadRequest();
        var hint = await http.GetTokenAsync(SignInSchemes.Cookie, "id_token");
        await http.SignOutAsync(SignInSchemes.Cookie);
        return TypedResults.Redirect(await AddressOfEndAsync(provider, party, hint, ct));
    }

    private static async Task<string> AddressOfEndAsync(LoginProvider provider, RelyingParty party, string? idToken, CancellationToken ct) =>
        QueryHelpers.AddQueryString((await provider.ReadAsync(ct)).EndSessionEndpoint, new Dictionary<string, string?>
        {
            ["client_id"] = party.ClientId,
            ["id_token_hint"] = idToken,
            ["post_logout_redirect_uri"] = party.Origin + "/",
        });
}
