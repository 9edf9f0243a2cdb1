using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Visits.Slots;

/// <summary>
/// Takes from slots and gives back, each in one conditional statement: whoever comes last finds no row to change. The same ledger for those who book
/// and those who walk in.
/// </summary>
internal sealed class SlotLedger(IDatabaseEngine engine)
{
    /// <summary>The slot's row, made when it is first needed. Outside any transaction: on PostgreSQL a lost race would spoil it.</summary>
    public async Task<Guid> EnsureAsync(RegencyDbContext db, SlotPlan plan, CancellationToken ct)
    {
        if (await FindAsync(db, plan, ct) is { } known) return known;
        var slot = new VisitSlot
        {
            PlaceId = plan.Place.Place.Id,
            GroupId = plan.Line.Group.Id,
            StartsAt = plan.StartsAt,
            Day = plan.Day,
            Length = plan.Length,
            Capacity = plan.Capacity,
            Bookable = plan.Bookable,
        };
        db.VisitSlots.Add(slot);
        try
        {
            await db.SaveChangesAsync(ct);
            return slot.Id;
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            db.Entry(slot).State = EntityState.Detached;
            return (await FindAsync(db, plan, ct))!.Value;
        }
    }

    /// <summary>Within the caller's transaction.</summary>
    /// <param name="openPercent">How much of the bookable part is open now.</param>
    /// <returns>False: there is not that much left.</returns>
    public static async Task<bool> BookAsync(RegencyDbContext db, Guid slot, int minutes, int openPercent, CancellationToken ct) =>
        openPercent > 0 && await db.VisitSlots
            // The first visit of a slot is let in with the first wave, however small its share is.
            .Where(s => s.Id == slot && s.Taken + minutes <= s.Capacity && s.Booked + minutes <= s.Bookable && (s.Booked == 0 || s.Booked + minutes <= s.Bookable * openPercent / 100))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Taken, x => x.Taken + minutes).SetProperty(x => x.Booked, x => x.Booked + minutes), ct) == 1;

    /// <summary>For somebody who stands in the hall; what was not booked is theirs, too. Within the caller's transaction.</summary>
    public static async Task<bool> WalkInAsync(RegencyDbContext db, Guid slot, int minutes, CancellationToken ct) =>
        await db.VisitSlots.Where(s => s.Id == slot && s.Taken + minutes <= s.Capacity)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Taken, x => x.Taken + minutes), ct) == 1;

    /// <summary>
    /// For somebody who has a number already, given out where nobody could ask: what there is no place for is written down beside it, so the ledger shows
    /// that the slot was exceeded. Within the caller's transaction.
    /// </summary>
    public static async Task ReconcileAsync(RegencyDbContext db, Guid slot, int minutes, CancellationToken ct)
    {
        if (await WalkInAsync(db, slot, minutes, ct)) return;
        await db.VisitSlots.Where(s => s.Id == slot).ExecuteUpdateAsync(s => s.SetProperty(x => x.Beyond, x => x.Beyond + minutes), ct);
    }

    /// <summary>Within the transaction in which the visit ends or moves.</summary>
    public static async Task GiveBackAsync(RegencyDbContext db, Guid slot, int minutes, bool booked, CancellationToken ct)
    {
        var part = booked ? minutes : 0;
        await db.VisitSlots.Where(s => s.Id == slot).ExecuteUpdateAsync(s => s.SetProperty(x => x.Taken, x => x.Taken - minutes).SetProperty(x => x.Booked, x => x.Booked - part), ct);
    }

    /// <summary>The rule of <see cref="BookAsync"/>, for showing what is free.</summary>
    public static int OpenPart(int bookable, int booked, int minutes, int openPercent) =>
        openPercent <= 0 ? 0 : booked == 0 ? Math.Min(bookable, Math.Max(minutes, bookable * openPercent / 100)) : bookable * openPercent / 100;

    private static async Task<Guid?> FindAsync(RegencyDbContext db, SlotPlan plan, CancellationToken ct)
    {
        var (group, startsAt) = (plan.Line.Group.Id, plan.StartsAt);
        return await db.VisitSlots.AsNoTracking().Where(s => s.GroupId == group && s.StartsAt == startsAt).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(ct);
    }
}
