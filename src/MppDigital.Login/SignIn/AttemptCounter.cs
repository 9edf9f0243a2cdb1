using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Keys;
using MppDigital.Platform.Persistence;

namespace MppDigital.Login.SignIn;

/// <summary>Counts what may happen only so often within a span of time. Counters are rows, so that all nodes count together.</summary>
internal sealed class AttemptCounter(IDbContextFactory<LoginDbContext> contexts, IDatabaseEngine engine, LoginCipher cipher, TimeProvider clock)
{
    /// <param name="what">What is counted, with the person, number or network it is counted for; kept only as a keyed hash.</param>
    public async Task<bool> IsUsedUpAsync(string what, int limit, TimeSpan window, CancellationToken ct)
    {
        var key = await KeyAsync(what, ct);
        var start = clock.GetUtcNow().UtcDateTime - window;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.AttemptWindows.AnyAsync(w => w.Key == key && w.StartedAt > start && w.Count >= limit, ct);
    }

    public async Task NoteAsync(string what, TimeSpan window, CancellationToken ct)
    {
        var key = await KeyAsync(what, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var start = now - window;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = db.AttemptWindows.Where(w => w.Key == key);
        if (await own.Where(w => w.StartedAt > start).ExecuteUpdateAsync(s => s.SetProperty(w => w.Count, w => w.Count + 1), ct) > 0) return;
        if (await own.ExecuteUpdateAsync(s => s.SetProperty(w => w.StartedAt, now).SetProperty(w => w.Count, 1), ct) > 0) return;
        await AddAsync(db, key, now, ct);
    }

    public async Task ForgetAsync(string what, CancellationToken ct)
    {
        var key = await KeyAsync(what, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.AttemptWindows.Where(w => w.Key == key).ExecuteDeleteAsync(ct);
    }

    private async ValueTask<string> KeyAsync(string what, CancellationToken ct) => (await cipher.OpenAsync(ct)).Lookup("attempts", what);

    private async Task AddAsync(LoginDbContext db, string key, DateTime now, CancellationToken ct)
    {
        var first = db.AttemptWindows.Add(AttemptWindow.First(key, now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            first.State = EntityState.Detached;
            await db.AttemptWindows.Where(w => w.Key == key).ExecuteUpdateAsync(s => s.SetProperty(w => w.Count, w => w.Count + 1), ct);
        }
    }
}
