using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace MppDigital.Platform.Audit;

/// <param name="Subject">What it happened to, for example an application number.</param>
/// <param name="Action">Past tense.</param>
/// <param name="Actor">The <c>sub</c> of a person, <c>system</c>, <c>provider</c> or <c>law</c>.</param>
/// <param name="Detail">JSON without personal data.</param>
public sealed record AuditLine(string Subject, string Action, string Actor, string Detail);

public static class AuditTrail
{
    /// <summary>Adds one row to the chain inside the caller's transaction; it is stored by the caller's save.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction: the row could exist without the change it tells of.</exception>
    public static Task AppendAsync(DbContext db, string subject, string action, string actor, string detail, DateTime at, CancellationToken ct) =>
        AppendAllAsync(db, [new AuditLine(subject, action, actor, detail)], at, ct);

    /// <summary>Several rows of one transaction, with one visit to the end of the chain.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public static async Task AppendAllAsync(DbContext db, IReadOnlyCollection<AuditLine> lines, DateTime at, CancellationToken ct)
    {
        if (lines.Count == 0) return;
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("An audit row belongs into the transaction of its change.");

        // Update before read: the row stays locked until commit, so two writers can never take the same number.
        await db.Set<AuditHead>().ExecuteUpdateAsync(h => h.SetProperty(x => x.Sequence, x => x.Sequence + lines.Count), ct);
        var head = await db.Set<AuditHead>().AsNoTracking().SingleAsync(ct);
        // Whole milliseconds, as every engine keeps them: the hash must be the same when it is read back.
        var instant = new DateTime(at.Ticks - (at.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
        var (sequence, hash) = (head.Sequence - lines.Count, head.Hash);
        foreach (var (subject, action, actor, detail) in lines)
        {
            var previous = hash;
            hash = Hash(previous, ++sequence, instant, subject, action, actor, detail);
            db.Add(new AuditRow { Sequence = sequence, At = instant, Subject = subject, Action = action, Actor = actor, Detail = detail, PreviousHash = previous, Hash = hash });
        }

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
