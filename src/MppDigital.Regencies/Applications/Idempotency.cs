using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>One person's key answers the same for seven days. A repeat finds the stored answer; a race is lost at the unique index.</summary>
internal sealed class Idempotency(RegencySecrets secrets, IDatabaseEngine engine)
{
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(7);

    public static string HashOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    /// <returns>Null when the key is new.</returns>
    public async Task<Outcome<T>?> FindAsync<T>(RegencyDbContext db, string sub, string key, string bodyHash, CancellationToken ct)
    {
        var row = await db.IdempotencyKeys.AsNoTracking().SingleOrDefaultAsync(r => r.Sub == sub && r.Key == key, ct);
        return row is null ? null : row.BodyHash == bodyHash ? secrets.Open<T>("idempotent-answer", row.Answer) : Problems.KeyReused;
    }

    public void Keep<T>(RegencyDbContext db, string sub, string key, string bodyHash, T answer, DateTime now) =>
        db.IdempotencyKeys.Add(new IdempotencyRow { Sub = sub, Key = key, BodyHash = bodyHash, Answer = secrets.Seal("idempotent-answer", answer), At = now });

    /// <summary>Saves what <paramref name="make"/> adds together with its answer, or gives the answer of the first time.</summary>
    /// <param name="key">Null saves without remembering.</param>
    /// <param name="answer">Asked after saving, for it tells the version that saving gives.</param>
    public async Task<Outcome<TAnswer>> OnceAsync<TMade, TAnswer>(RegencyDbContext db, string sub, string? key, string bodyHash, DateTime now, Func<TMade> make, Func<TMade, TAnswer> answer, CancellationToken ct)
    {
        if (key is not null && await FindAsync<TAnswer>(db, sub, key, bodyHash, ct) is { } repeated) return repeated;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var made = make();
            await db.SaveChangesAsync(ct);
            var first = answer(made);
            if (key is not null)
            {
                Keep(db, sub, key, bodyHash, first, now);
                await db.SaveChangesAsync(ct);
            }

            await transaction.CommitAsync(ct);
            return first;
        }
        catch (DbUpdateException e) when (key is not null && engine.IsDuplicate(e))
        {
            // Lost a race against the same key, whose answer counts.
            db.ChangeTracker.Clear();
            if (await FindAsync<TAnswer>(db, sub, key, bodyHash, ct) is { } winner) return winner;
            throw;
        }
    }
}
