using Microsoft.EntityFrameworkCore;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Bookings;

namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>Hands that somebody confirmed to be a broker's: they cannot book online until a day, or until an explanation was believed. Walking in is never closed.</summary>
internal static class HandBlocks
{
    /// <summary>Kinds of hand that can be kept from booking. Behind an address or a network are honest people.</summary>
    public static bool CanBlock(HandKind kind) => kind is HandKind.Phone or HandKind.Device or HandKind.Proxy or HandKind.Person;

    /// <returns>The longest of them; null for nearly everybody.</returns>
    public static async Task<HandBlock?> FindAsync(RegencyDbContext db, BookingFacts facts, DateOnly today, CancellationToken ct)
    {
        // Under a mandate the account that acts is the hand: whoever is acted for is not kept out because of it.
        List<string> hands = facts.ProxyLookup.Length > 0 ? [facts.ProxyLookup] : [.. new[] { facts.NikLookup, facts.PhoneLookup, facts.DeviceLookup }.Where(h => h.Length > 0)];
        var found = await db.BrokerAlarms.AsNoTracking().Where(a => hands.Contains(a.Hand) && a.BlockedUntil >= today).OrderByDescending(a => a.BlockedUntil).Select(a => new { a.Id, a.Kind, a.BlockedUntil }).FirstOrDefaultAsync(ct);
        return found is null ? null : new HandBlock(found.Id, found.Kind, found.BlockedUntil!.Value);
    }
}

/// <param name="Alarm">Behind it.</param>
internal sealed record HandBlock(Guid Alarm, HandKind Kind, DateOnly Until);
