using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Keys;

namespace MppDigital.Login.Sessions;

/// <summary>The session of this browser at the login host, with its account; null when nobody is signed in.</summary>
internal sealed class CurrentSession(LoginCookie cookie, IDbContextFactory<LoginDbContext> contexts, TimeProvider clock)
{
    public Task<Session?> FindAsync(HttpContext http, CancellationToken ct) => FindAsync(http, pending: false, ct);

    /// <summary>The password was right, the second factor is due.</summary>
    public Task<Session?> FindPendingAsync(HttpContext http, CancellationToken ct) => FindAsync(http, pending: true, ct);

    private async Task<Session?> FindAsync(HttpContext http, bool pending, CancellationToken ct)
    {
        if (cookie.Read(http.Request) is not { Length: Handle.Length } value) return null;
        var hash = Handle.Hash(value);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Sessions.AsNoTracking().Include(s => s.Account)
            .FirstOrDefaultAsync(s => s.CookieHash == hash && s.IsPending == pending && s.EndedAt == null && s.ExpiresAt > now, ct);
    }
}
