using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Officers;

/// <param name="Agency">Empty: of every agency, as a head or an admin is.</param>
public sealed record OfficerSeat(OfficerRole Role, string Agency)
{
    /// <summary>Districts whose files come to this seat, in capitals; empty: all.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    public bool Fits(OfficerRole role, string agency) => Role == role && (Agency.Length == 0 || Agency == agency);
}

/// <summary>Somebody who works for this regency, with the roles in force today.</summary>
public sealed record StaffMember(string Sub, string Name, IReadOnlyList<OfficerSeat> Seats)
{
    /// <summary>A second factor was shown a short while ago, in this very sign-in; whatever is hard to undo asks for it.</summary>
    public bool HasFreshFactor { get; init; }

    public bool Is(OfficerRole role) => Seats.Any(s => s.Role == role);
}

/// <summary>Looks up staff by their login's <c>sub</c>; remembered for 5 seconds, so a removal is felt everywhere within that time.</summary>
public sealed class StaffDirectory
{
    /// <summary>The longest time for which a node still believes in a seat that another node has taken away.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);
    private readonly CurrentRegency current;
    private readonly IMemoryCache cache;
    private readonly TimeProvider clock;
    private readonly IDbContextFactory<RegencyDbContext> contexts;

    internal StaffDirectory(CurrentRegency current, IMemoryCache cache, TimeProvider clock, IDbContextFactory<RegencyDbContext> contexts)
    {
        this.current = current;
        this.cache = cache;
        this.clock = clock;
        this.contexts = contexts;
    }

    /// <returns>Null for somebody who has no role here.</returns>
    public async Task<StaffMember?> FindAsync(string sub, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (cache.TryGetValue(KeyOf(sub), out Known? known) && known is not null && now - known.At < Remembered) return known.Member;
        var today = DayOf(now.UtcDateTime, current.Value);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Officers.AsNoTracking().Where(o => o.Sub == sub && (o.From == null || o.From <= today) && (o.Until == null || o.Until >= today)).Take(20).ToListAsync(ct);
        var member = rows.Count == 0 ? null : new StaffMember(sub, rows[0].Name, [.. rows.Select(r => new OfficerSeat(r.Role, r.Agency) { Areas = WorkAreas.List(r.Areas) })]);
        cache.Set(KeyOf(sub), new Known(member, now), Remembered);
        return member;
    }

    /// <summary>The day on which seats begin and end: the regency's own.</summary>
    internal static DateOnly DayOf(DateTime utc, Regency regency) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, regency.Zone));

    internal void Forget(string sub) => cache.Remove(KeyOf(sub));

    private (string, RegencyCode, string) KeyOf(string sub) => ("staff", current.Value.Code, sub);

    private sealed record Known(StaffMember? Member, DateTimeOffset At);
}
