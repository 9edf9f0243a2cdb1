using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;

namespace MppDigital.Login.Sessions;

/// <summary>
/// The sessions that hosts were told to end. All nodes share the rows; each keeps them in memory, so that checking a cookie reads no
/// database.
/// </summary>
public sealed class EndedSessions
{
    /// <summary>Longer than any cookie of a host lives.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly IDbContextFactory<LoginDbContext> contexts;
    private readonly IDatabaseEngine engine;
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<string, DateTime> known = new(StringComparer.Ordinal);
    private DateTime readUntil = DateTime.MinValue;

    internal EndedSessions(IDbContextFactory<LoginDbContext> contexts, IDatabaseEngine engine, TimeProvider clock)
    {
        this.contexts = contexts;
        this.engine = engine;
        this.clock = clock;
    }

    public bool Contains(string sid) => known.ContainsKey(sid);

    public async Task AddAsync(string sid, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // All hosts of this process are told of one session; the first one writes it down.
        if (!known.TryAdd(sid, now)) return;
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.EndedSessions.Add(EndedSession.Of(sid, now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Another node was told too: one row is enough.
        }
    }

    /// <summary>Takes over what other nodes were told, and forgets what no cookie can outlive.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = readUntil == DateTime.MinValue ? now - Kept : readUntil;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.EndedSessions.AsNoTracking().Where(s => s.EndedAt >= since).OrderBy(s => s.EndedAt).ThenBy(s => s.Sid).Take(50_000).ToListAsync(ct);
        foreach (var row in rows) known[row.Sid] = row.EndedAt;
        // A row may be written a little later than the instant it bears.
        readUntil = now.AddMinutes(-1);
        foreach (var (sid, endedAt) in known)
        {
            if (endedAt < now - Kept) known.TryRemove(sid, out _);
        }
    }
}
