using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.PersonalData;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Requests;

/// <summary>Answers what needs no official: makes copies, erases what may be erased, deletes copies that nobody fetched, and says how many wait too long.</summary>
internal sealed class WorkDataRequests(
    IDbContextFactory<NationalDbContext> contexts, IUseCase<GatherPersonalData, PersonalCopy> gather, IUseCase<ErasePersonalData, Erasure> erase, CopyStore store, RequestBook book,
    IEnumerable<IPersonNotices> notices, ILogger<WorkDataRequests> log) : IJobHandler
{
    public const string JobKind = "data-requests";

    private const int AtATime = 10;

    /// <summary>Longer than a walk through all regencies takes; after a crash the next worker begins anew.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    public static JobRequest Job { get; } = new(JobKind, "{}", null, "data-requests", 1);

    public string Kind => JobKind;

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        await DropExpiredAsync(ct);
        foreach (var id in await WaitingAsync(ct))
        {
            try
            {
                await AnswerAsync(id, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                // One that cannot be answered holds up no other; its lease ends and it is tried again.
                log.LogError(e, "The data request {Request} could not be answered", id);
            }
        }

        await CountLateAsync(ct);
    }

    private async Task<List<Guid>> WaitingAsync(CancellationToken ct)
    {
        var now = book.Now;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.DataRequests.AsNoTracking().Where(r => r.State == DataRequestState.Asked && r.Kind != DataRequestKind.Correction && (r.BusyUntil == null || r.BusyUntil < now))
            .OrderBy(r => r.AskedAt).ThenBy(r => r.Id).Take(AtATime).Select(r => r.Id).ToListAsync(ct);
    }

    private async Task AnswerAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var request = await db.DataRequests.SingleAsync(r => r.Id == id, ct);
        if (request.State != DataRequestState.Asked || request.BusyUntil >= book.Now) return;
        request.Begin(book.Now + Lease);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another worker took it.
            return;
        }

        if (request.Kind == DataRequestKind.Copy) await CopyAsync(request, ct);
        else await EraseAsync(request, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await AuditTrail.AppendAsync(db, request.Id.ToString("N"), $"data-request-{request.State.ToString().ToLowerInvariant()}", "system", $$"""{"kind":"{{request.Kind}}"}""", book.Now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        foreach (var notice in notices) await notice.TellAsync(request.Sub, request.Kind == DataRequestKind.Copy ? "CopyReady" : "RequestAnswered", ct);
    }

    private async Task CopyAsync(DataRequest request, CancellationToken ct)
    {
        var copy = (await gather.HandleAsync(new GatherPersonalData(request.Sub), ct)).Value ?? throw new InvalidOperationException("Nothing could be gathered.");
        await store.SaveAsync(request.Id, CopyPacking.Pack(copy, book.Now), ct);
        request.Grant("system", await book.SealAsync(RequestBook.NoAnswer, ct), book.Now, book.Now + DataRequestRules.CopyKept);
    }

    private async Task EraseAsync(DataRequest request, CancellationToken ct)
    {
        var erasure = (await erase.HandleAsync(new ErasePersonalData(request.Sub), ct)).Value ?? Erasure.Nothing;
        var answer = await book.SealAsync(new DataAnswer("", erasure.Erased, erasure.Kept), ct);
        if (erasure.Kept.Count == 0) request.Grant("system", answer, book.Now);
        else if (erasure.Erased.Count == 0) request.Refuse("system", answer, book.Now);
        else request.GrantPartly("system", answer, book.Now);
    }

    private async Task DropExpiredAsync(CancellationToken ct)
    {
        var now = book.Now;
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var request in await db.DataRequests.Where(r => r.State == DataRequestState.Granted && r.ExpiresAt <= now).OrderBy(r => r.Id).Take(100).ToListAsync(ct))
        {
            store.Delete(request.Id);
            request.Expire();
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task CountLateAsync(CancellationToken ct)
    {
        var since = book.Now - DataRequestRules.AlarmAfter;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.DataRequests.CountAsync(r => r.State == DataRequestState.Asked && r.AskedAt <= since, ct) is > 0 and var late)
            log.LogWarning("{Count} requests of data subjects have waited 48 of their 72 hours", late);
    }
}
