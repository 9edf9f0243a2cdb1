using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Keys;

namespace MppDigital.Login.Sessions;

/// <summary>Opens a session and gives the value for its cookie.</summary>
internal sealed class SessionStart(IDbContextFactory<LoginDbContext> contexts, TimeProvider clock)
{
    /// <param name="methods">One of <see cref="SignInMethods"/>.</param>
    /// <param name="device">From <see cref="DeviceName"/>.</param>
    public async Task<string> StartAsync(Guid accountId, string methods, string? device, CancellationToken ct)
    {
        var cookie = Handle.New();
        return await AddAsync(Session.Start(accountId, Handle.Hash(cookie), methods, device, clock.GetUtcNow().UtcDateTime), cookie, ct);
    }

    public async Task<string> AwaitSecondFactorAsync(Guid accountId, CancellationToken ct)
    {
        var cookie = Handle.New();
        return await AddAsync(Session.AwaitSecondFactor(accountId, Handle.Hash(cookie), clock.GetUtcNow().UtcDateTime), cookie, ct);
    }

    private async Task<string> AddAsync(Session session, string cookie, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Sessions.Add(session);
        await db.SaveChangesAsync(ct);
        return cookie;
    }
}
