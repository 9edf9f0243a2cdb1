using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Keys;
using MppDigital.Platform.Persistence;

namespace MppDigital.Login.SignIn;

/// <summary>Browsers in which somebody has signed in before. Knowing one opens nothing; it only keeps strangers' guesses from locking it out.</summary>
internal sealed class KnownDevices(IDbContextFactory<LoginDbContext> contexts, IDatabaseEngine engine, TimeProvider clock)
{
    /// <summary>A device that was not used for so long is forgotten.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <returns>Hash of the device; null when this account has not signed in there.</returns>
    public async Task<string?> FindAsync(string? cookie, Guid accountId, CancellationToken ct)
    {
        if (cookie is not { Length: Handle.Length }) return null;
        var hash = Handle.Hash(cookie);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.KnownDevices.AnyAsync(d => d.AccountId == accountId && d.DeviceHash == hash, ct) ? hash : null;
    }

    /// <returns>The value for the browser's cookie: the one it has, or a new one.</returns>
    public async Task<string> RememberAsync(string? cookie, Guid accountId, CancellationToken ct)
    {
        var value = cookie is { Length: Handle.Length } ? cookie : Handle.New();
        var hash = Handle.Hash(value);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.KnownDevices.Where(d => d.AccountId == accountId && d.DeviceHash == hash).ExecuteUpdateAsync(s => s.SetProperty(d => d.LastUsedAt, now), ct) > 0) return value;
        db.KnownDevices.Add(KnownDevice.Of(hash, accountId, now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Two tabs signed in at once; the device is known either way.
        }

        return value;
    }
}
