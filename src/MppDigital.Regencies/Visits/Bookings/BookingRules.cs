using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Brokers;

namespace MppDigital.Regencies.Visits.Bookings;

/// <summary>How much one person, one browser and one telephone may book.</summary>
internal static class BookingRules
{
    /// <summary>Asked inside the transaction that books, after it has the lock of the audit chain: two bookings at once are looked at one after the other.</summary>
    /// <returns>Null when nothing speaks against it.</returns>
    public static async Task<Problem?> RefusalAsync(RegencyDbContext db, BookingFacts facts, DateOnly today, DateTime now, CancellationToken ct)
    {
        if (await HandBlocks.FindAsync(db, facts, today, ct) is { } closed) return VisitProblems.HandBlocked(closed.Kind, closed.Until);
        if (await BlockAsync(db, facts.NikLookup, today, ct) is { } until) return VisitProblems.Blocked(until, VisitLimits.MostMissed);
        if (await db.Visits.CountAsync(v => v.NikLookup == facts.NikLookup && v.State == VisitState.Booked && v.Day >= today, ct) >= VisitLimits.MostOpen) return VisitProblems.TooManyOpen(VisitLimits.MostOpen);
        if (facts.ActedBy is { } actor) return await db.Visits.CountAsync(v => v.ActedBy == actor && v.Day == facts.Day && (v.State == VisitState.Booked || v.State == VisitState.CheckedIn || v.State == VisitState.Served), ct) >= VisitLimits.MostForOthers ? VisitProblems.ProxyCap(VisitLimits.MostForOthers) : null;
        var since = now.AddDays(-VisitLimits.PeopleDays);
        var others = db.BookingSignals.Where(s => s.Act == BookingAct.Booked && s.At > since && s.ProxyLookup == "" && s.NikLookup != facts.NikLookup);
        var crowded = (facts.DeviceLookup.Length > 0 && await others.Where(s => s.DeviceLookup == facts.DeviceLookup).Select(s => s.NikLookup).Distinct().CountAsync(ct) >= VisitLimits.MostPeople)
            || (facts.PhoneLookup.Length > 0 && await others.Where(s => s.PhoneLookup == facts.PhoneLookup).Select(s => s.NikLookup).Distinct().CountAsync(ct) >= VisitLimits.MostPeople);
        return crowded ? VisitProblems.TooManyPeople(VisitLimits.MostPeople, VisitLimits.PeopleDays) : null;
    }

    /// <summary>Until when somebody cannot book because they often did not come; null for everybody else. It ends by itself.</summary>
    public static async Task<DateOnly?> BlockAsync(RegencyDbContext db, string nikLookup, DateOnly today, CancellationToken ct)
    {
        var since = today.AddDays(-VisitLimits.MissedDays);
        var missed = await db.Visits.AsNoTracking().Where(v => v.NikLookup == nikLookup && v.State == VisitState.NoShow && !v.Excused && v.Day >= since).OrderByDescending(v => v.Day).Select(v => v.Day).Take(VisitLimits.MostMissed).ToListAsync(ct);
        if (missed.Count < VisitLimits.MostMissed) return null;
        var until = missed[0].AddDays(VisitLimits.RestDays);
        return until >= today ? until : null;
    }
}

/// <summary>Who books, as far as rules look at it; keyed hashes alone.</summary>
internal sealed record BookingFacts(string NikLookup, string? ActedBy, DateOnly Day, string DeviceLookup, string PhoneLookup)
{
    /// <summary>Of the account that acts for another; empty where people act for themselves.</summary>
    public string ProxyLookup { get; init; } = "";
}
