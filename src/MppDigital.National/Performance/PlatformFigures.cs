using Microsoft.EntityFrameworkCore;

namespace MppDigital.National.Performance;

/// <summary>The whole country's applications on this platform, as the regencies pushed them.</summary>
/// <param name="Undeclared">Files waiting beyond a working day for an office to declare them complete.</param>
/// <param name="NotAsked">Questions of filed forms that nobody had to answer, for a register or the vault knew.</param>
/// <param name="AsOf">When the sum was made, UTC.</param>
/// <param name="LastPush">The newest count among the rows; null when no regency pushed yet.</param>
public sealed record PlatformFigures(int Applications, int Decided, int Deemed, int Issued, int Undeclared, int NotAsked, DateTime AsOf, DateTime? LastPush)
{
    internal static async Task<PlatformFigures> SumAsync(NationalDbContext db, DateTime now, CancellationToken ct) =>
        await db.PlatformFigures.AsNoTracking().GroupBy(_ => 1)
            .Select(all => new PlatformFigures(all.Sum(r => r.Applications), all.Sum(r => r.Decided), all.Sum(r => r.Deemed), all.Sum(r => r.Issued), all.Sum(r => r.Undeclared), all.Sum(r => r.NotAsked), now, all.Max(r => r.AsOf)))
            .SingleOrDefaultAsync(ct)
        ?? new PlatformFigures(0, 0, 0, 0, 0, 0, now, null);
}
