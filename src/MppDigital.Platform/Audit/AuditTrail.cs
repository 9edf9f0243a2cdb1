using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace MppDigital.Platform.Audit;

public static class AuditTrail
{
    /// <summary>Adds one row to the chain inside the caller's transaction; it is stored by the caller's save.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction: the row could exist without the change it tells of.</exception>
    public static async Task AppendAsync(DbContext db, string subject, string action, string actor, string detail, DateTime at, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("An audit row belongs into the transaction of its change.");

        // Update before read: the row stays locked until commit, so two writers can never take the same number.
        await db.Set<AuditHead>().ExecuteUpdateAsync(h => h.SetProperty(x => x.Sequence, x => x.Sequence + 1), ct);
        var head = await db.Set<AuditHead>().AsNoTracking().SingleAsync(ct);
        // Whole milliseconds, as every engine keeps them: the hash must be the same when it is read back.
        var instant = new DateTime(at.Ticks - (at.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
        var hash = Hash(head.Hash, head.Sequence, instant, subject, action, actor, detail);
        db.Add(new AuditRow { Sequence = head.Sequence, At = instant, Subject = subject, Action = action, Actor = actor, Detail = detail, PreviousHash = head.Hash, Hash = hash });
        await db.Set<AuditHead>().ExecuteUpdateAsync(h => h.SetProperty(x => x.Hash, hash), ct);
    }

    /// <summary>Walks the whole chain.</summary>
    /// <returns>The first sequence number that does not fit, or null when every row is as it was written and none is missing.</returns>
    public static async Task<long?> FirstBrokenAsync(DbContext db, CancellationToken ct)
    {
        var expected = 1L;
        var previous = "";
        await foreach (var row in db.Set<AuditRow>().AsNoTracking().OrderBy(r => r.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            var hash = Hash(previous, row.Sequence, row.At, row.Subject, row.Action, row.Actor, row.Detail);
            if (row.Sequence != expected || row.PreviousHash != previous || row.Hash != hash) return expected;
            previous = row.Hash;
            expected++;
        }

        var head = await db.Set<AuditHead>().AsNoTracking().SingleAsync(ct);
        return head.Sequence == expected - 1 && head.Hash == previous ? null : expected;
    }

    private static string Hash(string previous, long sequence, DateTime at, string subject, string action, string actor, string detail)
    {
        // Lengths in front of each part: no two different rows read the same.
        var text = new StringBuilder(previous);
        foreach (var part in (string[])[$"{sequence}", $"{at:yyyy-MM-ddTHH:mm:ss.fff}", subject, action, actor, detail]) text.Append('|').Append(part.Length).Append(':').Append(part);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
