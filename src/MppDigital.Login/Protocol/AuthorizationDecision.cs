using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Keys;
using MppDigital.Login.Sessions;
using MppDigital.Platform.Persistence;

namespace MppDigital.Login.Protocol;

/// <summary>Answers a checked authorization request: with a code, with our sign-in page, or with an error to the client.</summary>
internal sealed class AuthorizationDecision(
    CurrentSession current,
    PendingRequests pending,
    Issuer issuer,
    TroublePage trouble,
    IDbContextFactory<LoginDbContext> contexts,
    IDatabaseEngine engine,
    TimeProvider clock)
{
    /// <param name="begun">The stored request when the person comes back from our pages.</param>
    /// <param name="handle">Its handle.</param>
    public async Task<IResult> MakeAsync(HttpContext http, AuthorizationParameters request, PendingRequest? begun, string? handle, CancellationToken ct)
    {
        var session = await current.FindAsync(http, ct);
        if (session?.Account is not { } account || MustSignInAgain(session, request, begun))
        {
            if (request.Silent) return ErrorTo(request.RedirectUri, request.State, new ProtocolError("login_required", "Nobody is signed in."));
            handle ??= await pending.KeepAsync(request, ct);
            return SeeOther(QueryHelpers.AddQueryString(SignInPaths.SignIn, SignInPaths.RequestKey, handle));
        }

        if (begun is not null && !await pending.TakeAsync(begun, ct)) return trouble("request-expired");
        var code = await IssueAsync(session, account.Id, request, ct);
        return BackTo(request.RedirectUri, new() { ["code"] = code, ["state"] = request.State });
    }

    public IResult ErrorTo(string redirectUri, string? state, ProtocolError error) =>
        BackTo(redirectUri, new() { ["error"] = error.Error, ["error_description"] = error.Description, ["state"] = state });

    private bool MustSignInAgain(Session session, AuthorizationParameters request, PendingRequest? begun)
    {
        // Signed in on our pages for this very request: otherwise max_age=0 would never be satisfied.
        if (begun is not null && session.AuthenticatedAt >= begun.CreatedAt) return false;
        return request.FreshSignIn
            || (request.MaxAge is { } seconds && clock.GetUtcNow().UtcDateTime - session.AuthenticatedAt > TimeSpan.FromSeconds(seconds));
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
