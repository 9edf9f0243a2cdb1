using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MppDigital.Login.Keys;
using MppDigital.Platform.Persistence;

namespace MppDigital.Login.SignIn;

/// <summary>Slows guessing at many accounts from one network. Counters are rows, so that all nodes count together; the limits are wide,
/// because a whole village may share one address.</summary>
internal sealed class AddressLimit(IDbContextFactory<LoginDbContext> contexts, IDatabaseEngine engine, LoginCipher cipher, IOptions<LoginOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public async Task<bool> IsUsedUpAsync(string what, int limit, IPAddress? address, CancellationToken ct)
    {
        if (!options.Value.LimitAddresses || address is null) return false;
        var key = await KeyAsync(what, address, ct);
        var start = clock.GetUtcNow().UtcDateTime - Window;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.AttemptWindows.AnyAsync(w => w.Key == key && w.StartedAt > start && w.Count >= limit, ct);
    }

    public async Task NoteAsync(string what, IPAddress? address, CancellationToken ct)
    {
        if (!options.Value.LimitAddresses || address is null) return;
        var key = await KeyAsync(what, address, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var start = now - Window;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = db.AttemptWindows.Where(w => w.Key == key);
        if (await own.Where(w => w.StartedAt > start).ExecuteUpdateAsync(s => s.SetProperty(w => w.Count, w => w.Count + 1), ct) > 0) return;
        if (await own.ExecuteUpdateAsync(s => s.SetProperty(w => w.StartedAt, now).SetProperty(w => w.Count, 1), ct) > 0) return;
        await AddAsync(db, key, now, ct);
    }

    private async ValueTask<string> KeyAsync(string what, IPAddress address, CancellationToken ct) =>
        (await cipher.OpenAsync(ct)).Lookup("attempts", $"{what} {NetworkOf(address)}");

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

    /// <summary>One customer holds a whole /64 of version 6.</summary>
    private static string NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
