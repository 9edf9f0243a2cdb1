using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>A draft by its id, or the newest one for a service.</summary>
public sealed record ReadDraft(string Sub, Guid? Id, string? Service);

internal sealed class ReadDraftHandler(IDbContextFactory<RegencyDbContext> contexts, DraftParts parts, CurrentRegency current, TimeProvider clock) : IUseCase<ReadDraft, DraftView>
{
    public async Task<Outcome<DraftView>> HandleAsync(ReadDraft input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var draft = await db.Drafts.AsNoTracking().Where(d => d.Sub == input.Sub && d.ExpiresAt > now && (input.Id != null ? d.Id == input.Id : d.Service == input.Service))
            .OrderByDescending(d => d.SavedAt).FirstOrDefaultAsync(ct);
        return draft is null ? Problems.UnknownDraft : DraftParts.View(draft, await parts.ReadAsync(db, draft.Id, ct), current.Value);
    }
}
