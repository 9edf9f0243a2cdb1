using Microsoft.EntityFrameworkCore;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Payments;

/// <summary>What an application does with its bill, inside its own transaction; the caller saves.</summary>
internal static class Bills
{
    public static Task<Bill?> FindAsync(RegencyDbContext db, Guid application, CancellationToken ct) => db.Bills.Include(b => b.Payments).SingleOrDefaultAsync(b => b.ApplicationId == application, ct);

    public static Task<Bill?> FindAsync(RegencyDbContext db, string number, CancellationToken ct) => db.Bills.Include(b => b.Payments).SingleOrDefaultAsync(b => b.Number == number, ct);

    /// <summary>The application costs this much, for the first time or after a correction.</summary>
    public static async Task<Bill> ChargeAsync(RegencyDbContext db, Guid application, string number, string sub, string service, long amount, DateTime at, CancellationToken ct)
    {
        if (await FindAsync(db, application, ct) is { } known)
        {
            known.Charge(amount, at);
            return known;
        }

        return db.Bills.Add(Bill.Open(application, number, sub, service, amount, at)).Entity;
    }

    /// <summary>The application ended without its product.</summary>
    public static async Task CloseAsync(RegencyDbContext db, Guid application, bool refund, DateTime at, CancellationToken ct)
    {
        if (await FindAsync(db, application, ct) is { } bill) bill.Close(refund, at);
    }

    /// <summary>Since when nothing is owed any more; null while something is.</summary>
    public static async Task<DateTime?> PaidAtAsync(RegencyDbContext db, Guid application, CancellationToken ct) =>
        await db.Bills.AsNoTracking().Where(b => b.ApplicationId == application && b.State == BillState.Paid).Select(b => b.PaidAt).SingleOrDefaultAsync(ct);

    public static Task<bool> IsOwedAsync(RegencyDbContext db, Guid application, CancellationToken ct) => db.Bills.AnyAsync(b => b.ApplicationId == application && b.State == BillState.Due, ct);
}
