using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>One more file for an open complaint.</summary>
public sealed record AddEvidence(string Number, string Secret, Stream Content)
{
    public const int MostFiles = 5;

    public override string ToString() => $"evidence for {Number}";
}

internal sealed class AddEvidenceHandler(IDbContextFactory<RegencyDbContext> contexts, ComplaintHolder holder, ComplaintBook book, ComplaintViews views, EvidenceStore store, TimeProvider clock) : IUseCase<AddEvidence, ComplaintView>
{
    public async Task<Outcome<ComplaintView>> HandleAsync(AddEvidence input, CancellationToken ct)
    {
        var number = await holder.ProveAsync(input.Number, input.Secret, ct);
        if (!number.Succeeded) return number.Problem;
        if (await book.ReadAsync(number.Value, ct) is not { IsOpen: true } seen) return Problems.IllegalMove;
        if (seen.Files.Count >= AddEvidence.MostFiles) return Problems.TooManyFiles;
        var saved = await store.SaveAsync(input.Content, seen.Who == ComplainantKind.Anonymous, ct);
        if (!saved.Succeeded) return saved.Problem;

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        // The chain is the line in which two files at once stand: the count after it is true.
        await AuditTrail.AppendAsync(db, number.Value, "complaint-evidence-added", ComplaintBook.Citizen, "{}", now, ct);
        var complaint = (await ComplaintBook.LoadAsync(db, number.Value, ct))!;
        if (complaint.Files.Count >= AddEvidence.MostFiles) return Problems.TooManyFiles;
        // The same file sent twice is one.
        if (complaint.Files.Any(f => f.ContentKey == saved.Value.ContentKey)) return views.Of(complaint);
        complaint.Keep(new ComplaintFile { ComplaintId = complaint.Id, ContentKey = saved.Value.ContentKey, ContentType = saved.Value.ContentType, Size = saved.Value.Size, At = now });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return views.Of(complaint);
    }
}
