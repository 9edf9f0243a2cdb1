using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Keys;

namespace MppDigital.Login.Sessions;

/// <summary>
/// Opens a session and gives the value for its cookie. A browser has one session: who signs in again goes on with it under a new cookie,
/// so that signing out later still reaches every host it touched; a session of somebody else, or one that a second factor interrupts, ends.
/// </summary>
internal sealed class SessionStart(CurrentSession current, EndedSessions ended, IHttpContextAccessor request, IDbContextFactory<LoginDbContext> contexts, TimeProvider clock)
{
    /// <param name="methods">One of <see cref="SignInMethods"/>.</param>
    /// <param name="device">From <see cref="DeviceName"/>.</param>
    public async Task<string> StartAsync(Guid accountId, string methods, string? device, CancellationToken ct)
    {
        var cookie = Handle.New();
        var earlier = await EarlierAsync(ct);
        if (earlier?.AccountId == accountId && await RenewAsync(earlier.Id, Handle.Hash(cookie), methods, ct)) return cookie;
        if (earlier is not null) await EndAsync(earlier, ct);
        return await AddAsync(Session.Start(accountId, Handle.Hash(cookie), methods, device, clock.GetUtcNow().UtcDateTime), cookie, ct);
    }

    /// <param name="methods">How the first factor was shown.</param>
    public async Task<string> AwaitSecondFactorAsync(Guid accountId, string methods, CancellationToken ct)
    {
        // The cookie is about to be replaced: afterwards nobody could end that session by signing out.
        if (await EarlierAsync(ct) is { } earlier) await EndAsync(earlier, ct);
        var cookie = Handle.New();
        return await AddAsync(Session.AwaitSecondFactor(accountId, Handle.Hash(cookie), methods, clock.GetUtcNow().UtcDateTime), cookie, ct);
    }

    private async Task<Session?> EarlierAsync(CancellationToken ct) => request.HttpContext is { } http ? await current.FindAsync(http, ct) : null;

    /// <summary>False when the session was ended in the same moment.</summary>
    private async Task<bool> RenewAsync(Guid sessionId, string cookieHash, string methods, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var isStrong = SignInMethods.IsStrong(methods);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Sessions.Where(s => s.Id == sessionId && s.EndedAt == null).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.CookieHash, cookieHash)
                .SetProperty(x => x.AuthenticatedAt, now)
                .SetProperty(x => x.LastSeenAt, now)
                .SetProperty(x => x.ExpiresAt, now + Session.Lifetime)
                .SetProperty(x => x.Methods, methods)
                .SetProperty(x => x.HasSecondFactor, isStrong),
            ct) == 1;
    }

    /// <summary>Our hosts hear of it at once, the programs of others with the next round of notices.</summary>
    private async Task EndAsync(Session session, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Sessions.Where(s => s.Id == session.Id && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), ct);
        await ended.AddAsync(session.Sid, ct);
    }

    private async Task<string> AddAsync(Session session, string cookie, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Sessions.Add(session);
        await db.SaveChangesAsync(ct);
        return cookie;
    }
}
