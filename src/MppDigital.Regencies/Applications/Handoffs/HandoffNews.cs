using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors.Handoffs;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Handoffs;

/// <summary>Writes down what another system told of a file, whichever way it came: once, however often and in whatever order it is told.</summary>
internal sealed class HandoffNews(IDbContextFactory<RegencyDbContext> contexts, RegencySecrets secrets, OutboxSignal signal, CurrentRegency current, TimeProvider clock)
{
    private const int MostTries = 5;

    // The regency's walk comes by each hour; a file that it has just asked for can wait for the next one.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(50);

    /// <returns>False where the news is about another file of that system.</returns>
    public async Task<bool> HearAsync(Guid handoff, OutsideNews news, CancellationToken ct)
    {
        for (var i = 1; ; i++)
        {
            try
            {
                return await TryAsync(handoff, news, ct);
            }
            catch (DbUpdateConcurrencyException) when (i < MostTries)
            {
                // Told and asked at the same moment: what the other left is looked at afresh.
            }
        }
    }

    public async Task MissAsync(Guid handoff, string why, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var kept = await db.Handoffs.SingleAsync(h => h.Id == handoff, ct);
        if (kept.AskAt is null && kept.Reference.Length > 0) return;
        kept.Miss(why, clock.GetUtcNow().UtcDateTime + Pause);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // It was heard of meanwhile, which is better than a miss.
        }
    }

    private async Task<bool> TryAsync(Guid id, OutsideNews news, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var handoff = await db.Handoffs.SingleAsync(h => h.Id == id, ct);
        var number = await db.Applications.Where(a => a.Id == handoff.ApplicationId).Select(a => a.Number).SingleAsync(ct);
        if (number != news.Application || (handoff.Reference.Length > 0 && handoff.Reference != news.Reference)) return false;
        var now = clock.GetUtcNow().UtcDateTime;
        if (handoff.Reference.Length == 0) handoff.Taken(news.Reference, now, now + Pause);
        var result = news.Result is { } granted ? secrets.Seal(ResultPurpose, granted) : [];
        if (handoff.Hear(StateOf(news.Status), news.At.UtcDateTime, result, now, now + Pause)) await MoveAsync(db, handoff, number, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise(current.Value.Code);
        return true;
    }

    private static async Task MoveAsync(RegencyDbContext db, Handoff handoff, string number, DateTime now, CancellationToken ct)
    {
        var application = (await ApplicationDesk.LoadAsync(db, number, ct))!;
        // The applicant took it back: what the other system still says changes nothing here.
        if (!application.Status.IsOpen()) return;
        application.FollowOutside(handoff.State, now);
        db.Entry(application).Property(a => a.Status).IsModified = true;
        await AuditTrail.AppendAsync(db, number, $"application-{application.Events[^1].Kind}", "system", "{}", now, ct);
        if (!handoff.IsOver) return;
        await RaiseFigures.ByAsync(db, 0, 1, 0, 0, ct);
        db.Outbox.Add(new OutboxRow(SendFigures.Kind, "{}", now));
    }

    internal const string ResultPurpose = "outside-result";

    private static OutsideState StateOf(OutsideStatus status) => status switch
    {
        OutsideStatus.Received => OutsideState.Received,
        OutsideStatus.InProcess => OutsideState.InProcess,
        OutsideStatus.Returned => OutsideState.Returned,
        OutsideStatus.Granted => OutsideState.Granted,
        OutsideStatus.Refused => OutsideState.Refused,
        _ => OutsideState.Cancelled,
    };
}
