using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Keys;
using MppDigital.Login.Sessions;
using MppDigital.Platform.Persistence;

namespace MppDigital.Login.Protocol;

/// <summary>Answers a checked authorization request: with a code, with our sign-in page, or with an error to the client.</summary>
internal sealed class AuthorizationDecision(
    CurrentSession current,
    StrongFactors factors,
    PendingRequests pending,
    Consents consents,
    Issuer issuer,
    TroublePage trouble,
    IDbContextFactory<LoginDbContext> contexts,
    IDatabaseEngine engine,
    TimeProvider clock)
{
    private const string LanguageCookie = "lang";

    /// <param name="begun">The stored request when the person comes back from our pages.</param>
    /// <param name="handle">Its handle.</param>
    public async Task<IResult> MakeAsync(HttpContext http, AuthorizationParameters request, PendingRequest? begun, string? handle, CancellationToken ct)
    {
        var session = await current.FindAsync(http, ct);
        // Signed in on our pages for this very request: otherwise max_age=0 would never be satisfied.
        var isFresh = begun is not null && session?.AuthenticatedAt >= begun.CreatedAt;
        if (session?.Account is not { } account) return await SignInAsync(SignInPaths.SignIn);
        var factor = request.WantsTwoFactors ? await factors.OfAsync(account, ct) : StrongFactor.None;
        // Even after a fresh sign-in: somebody with a passkey may have typed the password alone.
        var isWeak = factor != StrongFactor.None && !session.HasSecondFactor;
        if (isWeak || (!isFresh && MustSignInAgain(session, account, request))) return await SignInAsync(PageFor(factor, account, request));

        var consent = await consents.FindAsync(account.Id, request, begun?.CreatedAt, ct);
        if (consent.MustAsk) return request.Silent ? Refuse(new ProtocolError("consent_required", "The person has to be asked.")) : await PageAsync(SignInPaths.Consent);

        if (begun is not null && !await pending.TakeAsync(begun, ct)) return trouble("request-expired");
        if (request.Subject is { } meant && meant != account.Sub) return Refuse(new ProtocolError("login_required", "Somebody else is signed in."));
        if (consent.Scope is not { } scope) return Refuse(new ProtocolError("access_denied", "The person declined."));
        var code = await IssueAsync(session, account.Id, request with { Scope = scope }, ct);
        return BackTo(request.RedirectUri, new() { ["code"] = code, ["state"] = request.State });

        async Task<IResult> SignInAsync(string page) => request.Silent ? Refuse(new ProtocolError("login_required", "Nobody is signed in.")) : await PageAsync(page);

        SeeOtherResult Refuse(ProtocolError error) => ErrorTo(request.RedirectUri, request.State, error);

        async Task<IResult> PageAsync(string path)
        {
            Speak(http, request.Language);
            handle ??= await pending.KeepAsync(request, ct);
            return SeeOther(QueryHelpers.AddQueryString(path, SignInPaths.RequestKey, handle));
        }
    }

    public SeeOtherResult ErrorTo(string redirectUri, string? state, ProtocolError error) =>
        BackTo(redirectUri, new() { ["error"] = error.Error, ["error_description"] = error.Description, ["state"] = state });

    private bool MustSignInAgain(Session session, Account account, AuthorizationParameters request) =>
        request.FreshSignIn
        || (request.MaxAge is { } seconds && clock.GetUtcNow().UtcDateTime - session.AuthenticatedAt > TimeSpan.FromSeconds(seconds))
        || IsSomebodyElse(account, request);

    private static bool IsSomebodyElse(Account account, AuthorizationParameters request) => request.Subject is { } meant && meant != account.Sub;

    /// <summary>Where a second factor is asked of somebody who is signed in already, that factor alone will do.</summary>
    private static string PageFor(StrongFactor factor, Account account, AuthorizationParameters request) => factor switch
    {
        _ when request.FreshSignIn || IsSomebodyElse(account, request) => SignInPaths.SignIn,
        StrongFactor.App => SignInPaths.CodeAgain,
        StrongFactor.Passkey => SignInPaths.Passkey,
        _ => SignInPaths.SignIn,
    };

    /// <summary>In the language that the client speaks with this person, unless the person chose one here.</summary>
    private static void Speak(HttpContext http, string? language)
    {
        if (language is not "en" || http.Request.Cookies.ContainsKey(LanguageCookie)) return;
        http.Response.Cookies.Append(LanguageCookie, language, new CookieOptions { Path = "/", SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = http.Request.IsHttps });
    }

    private async Task<string> IssueAsync(Session session, Guid accountId, AuthorizationParameters request, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var code = Handle.New();
        var grant = Grant.Of(session.Id, accountId, request.ClientId, request.Scope, request.Resource, now);
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.AuthorizationCodes.Add(AuthorizationCode.Of(Handle.Hash(code), grant, request, now));
        var known = await db.SessionClients.AnyAsync(c => c.SessionId == session.Id && c.ClientId == request.ClientId, ct);
        var touched = known ? null : db.SessionClients.Add(SessionClient.Of(session.Id, request.ClientId));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (touched is not null && engine.IsDuplicate(e))
        {
            // Two tabs came back at once and the other one noted this client already.
            touched.State = EntityState.Detached;
            await db.SaveChangesAsync(ct);
        }

        return code;
    }

    private SeeOtherResult BackTo(string redirectUri, Dictionary<string, string?> answer)
    {
        // RFC 9207: the client can tell which server answered.
        answer["iss"] = issuer.Origin;
        return SeeOther(QueryHelpers.AddQueryString(redirectUri, answer));
    }

    private static SeeOtherResult SeeOther(string location) => new(location);
}
