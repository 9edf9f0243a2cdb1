using Microsoft.EntityFrameworkCore;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

internal static class TakeNumber
{
    /// <summary>The next number of a series: update, then select, in the caller's transaction, so that nothing is skipped or given twice on any engine.</summary>
    public static async Task<long> NextAsync(RegencyDbContext db, string series, CancellationToken ct)
    {
        if (await db.NumberSeries.Where(s => s.Name == series).ExecuteUpdateAsync(s => s.SetProperty(x => x.Value, x => x.Value + 1), ct) == 0)
        {
            // Two firsts of a year at once: the loser meets the primary key and its whole transaction is tried again.
            db.NumberSeries.Add(new NumberSeries { Name = series, Value = 1 });
            await db.SaveChangesAsync(ct);
            return 1;
        }

        return await db.NumberSeries.Where(s => s.Name == series).Select(s => s.Value).SingleAsync(ct);
    }
}
