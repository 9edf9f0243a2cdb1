using Microsoft.EntityFrameworkCore;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Figures;

internal static class RaiseFigures
{
    /// <summary>Inside the transaction of what is counted.</summary>
    public static Task<int> ByAsync(RegencyDbContext db, int applications, int decided, int deemed, int issued, CancellationToken ct, int notAsked = 0) =>
        db.Figures.ExecuteUpdateAsync(f => f
            .SetProperty(x => x.Applications, x => x.Applications + applications)
            .SetProperty(x => x.Decided, x => x.Decided + decided)
            .SetProperty(x => x.Deemed, x => x.Deemed + deemed)
            .SetProperty(x => x.Issued, x => x.Issued + issued)
            .SetProperty(x => x.NotAsked, x => x.NotAsked + notAsked)
            .SetProperty(x => x.Sequence, x => x.Sequence + 1), ct);
}
