using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MppDigital.Connectors;
using MppDigital.Connectors.Qris;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Payments;

/// <summary>
/// Each night the provider's statement of the last days is laid beside our books. Money that we never heard of is booked or becomes a difference;
/// money that only we know of becomes one too.
/// </summary>
internal sealed partial class ReconcilePayments(IDbContextFactory<RegencyDbContext> contexts, PaymentAccounts accounts, QrisClient provider, BookReport booking, CurrentRegency current, TimeProvider clock, ILogger<ReconcilePayments> log) : IRegencyTask
{
    public const string TaskKind = "reconcile-payments";

    // A statement may be late, and a provider's day ends elsewhere.
    private const int Days = 3;
    private const int MostMissing = 500;
    private const int AtOnce = 100;

    public string Kind => TaskKind;

    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // Most regencies have no bills: no call for them.
        if (!await db.Bills.AnyAsync(ct) || await accounts.FindAsync(db, ct) is not { } merchant) return;
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        if (await provider.StatementAsync(merchant, today.AddDays(-Days), today, ct) is not Lookup<IReadOnlyList<QrisReport>>.Found { Data: var statement })
        {
            LogSilent(current.Value.Code.Value);
            return;
        }

        foreach (var together in statement.Chunk(AtOnce)) await booking.BookAllAsync(together, "statement", ct);
        var named = statement.Select(r => r.Reference).ToHashSet(StringComparer.Ordinal);
        // Of yesterday at the latest: what was paid a moment ago may stand in tomorrow's statement.
        var (from, until) = (now.AddDays(1 - Days), now.AddHours(-24));
        var unseen = await db.Payments.AsNoTracking().Where(p => p.PaidAt >= from && p.PaidAt <= until && p.ReconciledAt == null).OrderBy(p => p.PaidAt).Take(MostMissing).ToListAsync(ct);
        foreach (var payment in unseen.Where(p => !named.Contains(p.Reference))) await booking.MissAsync(payment, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The payment provider gave no statement for {Regency}")]
    private partial void LogSilent(string regency);
}
