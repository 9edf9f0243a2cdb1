using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>Ten guesses of a secret per number and hour, counted before the secret is looked at.</summary>
internal sealed class TrackingGate(IDatabaseEngine engine, TimeProvider clock)
{
    private const int TriesPerHour = 10;

    /// <returns>Null when the secret is right.</returns>
    public async Task<Problem?> RefuseAsync(RegencyDbContext db, string number, Func<Task<bool>> isRight, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await CountTryAsync(db, number, now, ct) > TriesPerHour) return Problems.TooManyTries(TimeSpan.FromMinutes(60 - now.Minute));
        if (!await isRight()) return Problems.WrongSecret;
        // The right secret was known, so it was no guess: it does not use up the tries of its owner.
        await db.TrackingTries.Where(t => t.Number == number).ExecuteDeleteAsync(ct);
        return null;
    }

    private async Task<int> CountTryAsync(RegencyDbContext db, string number, DateTime now, CancellationToken ct)
    {
        var hour = now.Ticks / TimeSpan.TicksPerHour;
        if (await db.TrackingTries.Where(t => t.Number == number && t.Hour == hour).ExecuteUpdateAsync(t => t.SetProperty(x => x.Count, x => x.Count + 1), ct) == 0)
        {
            try
            {
                db.TrackingTries.Add(new TrackingTries { Number = number, Hour = hour, Count = 1 });
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException e) when (engine.IsDuplicate(e))
            {
                db.ChangeTracker.Clear();
                await db.TrackingTries.Where(t => t.Number == number && t.Hour == hour).ExecuteUpdateAsync(t => t.SetProperty(x => x.Count, x => x.Count + 1), ct);
            }
        }

        return await db.TrackingTries.Where(t => t.Number == number && t.Hour == hour).Select(t => t.Count).SingleAsync(ct);
    }
}
