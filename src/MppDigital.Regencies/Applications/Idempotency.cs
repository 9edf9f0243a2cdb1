using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>One person's key answers the same for seven days. A repeat finds the stored answer; a race is lost at the unique index.</summary>
internal sealed class Idempotency(RegencySecrets secrets)
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
}
