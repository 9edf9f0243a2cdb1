using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Requests;

/// <summary>The packed copy, for whoever asked for it, with a second factor shown just now: it is a whole life in one file.</summary>
public sealed record FetchCopy(string Sub, Guid Id, bool HasFreshFactor);

public sealed record FetchedCopy(byte[] Content, string FileName);

internal sealed class FetchCopyHandler(IDbContextFactory<NationalDbContext> contexts, CopyStore store, RequestBook book) : IUseCase<FetchCopy, FetchedCopy>
{
    public async Task<Outcome<FetchedCopy>> HandleAsync(FetchCopy input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.DataRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == input.Id && r.Sub == input.Sub && r.Kind == DataRequestKind.Copy, ct) is not { } request) return Problems.UnknownRequest;
        var now = book.Now;
        if (request.State != DataRequestState.Granted || request.ExpiresAt <= now) return Problems.CopyNotReady;
        if (!input.HasFreshFactor) return StepUp.Required;
        if (await store.ReadAsync(request.Id, ct) is not { } content) return Problems.CopyNotReady;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await AuditTrail.AppendAsync(db, request.Id.ToString("N"), "data-copy-fetched", input.Sub, "{}", now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new FetchedCopy(content, $"data-saya-{request.AskedAt:yyyyMMdd}.zip");
    }
}
