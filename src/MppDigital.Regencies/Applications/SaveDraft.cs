using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>Keeps answers as they are: unchecked, for what is half typed is worth keeping. Resumable on any device for 30 days.</summary>
/// <param name="Id">Null for a new draft.</param>
/// <param name="Version">What the caller saw; null on creation. Two devices never overwrite each other unseen.</param>
/// <param name="IdempotencyKey">On creation: the same key makes one draft, however often it is sent. Null where the caller finds its own draft again.</param>
public sealed record SaveDraft(string Sub, string Service, Guid? Id, long? Version, DraftContent Content, string? IdempotencyKey = null);

/// <param name="Data">Answers by field name.</param>
/// <param name="Documents">Uploads by requirement.</param>
public sealed record DraftContent(JsonElement Data, IReadOnlyList<GivenDocument> Documents);

public sealed record DraftView(Guid Id, string Service, int CatalogVersion, DraftContent Content, DateTimeOffset SavedAt, DateTimeOffset ExpiresAt, long Version);

internal sealed class SaveDraftHandler(
    IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, DraftParts parts, Idempotency idempotency, CurrentRegency current, TimeProvider clock) : IUseCase<SaveDraft, DraftView>
{
    private const int LongestContent = 128 * 1024;
    private const int MostAnswers = 500;

    public async Task<Outcome<DraftView>> HandleAsync(SaveDraft input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        if (input.Content.Data.ValueKind is not JsonValueKind.Object) return Problems.Field("/data", "Kirim isian sebagai objek JSON.");
        var json = JsonSerializer.Serialize(input.Content, JsonSerializerOptions.Web);
        if (json.Length > LongestContent || input.Content.Data.EnumerateObject().Count() > MostAnswers) return Problems.Field("/data", "Isian terlalu panjang untuk disimpan.");

        if (input.Id is not { } id) return await CreateAsync(db, input, json, now, ct);
        if (await db.Drafts.SingleOrDefaultAsync(d => d.Id == id && d.Sub == input.Sub && d.ExpiresAt > now, ct) is not { } draft) return Problems.UnknownDraft;
        if (input.Version is { } seen && seen != draft.Version) return Problems.Stale(DraftParts.View(draft, await parts.ReadAsync(db, id, ct), current.Value));
        draft.Save(now);
        parts.Replace(db, id, await db.DraftParts.Where(p => p.DraftId == id).ToListAsync(ct), input.Content);
        return await parts.SavedAsync(db, draft, input.Content, current.Value, ct);
    }

    private async Task<Outcome<DraftView>> CreateAsync(RegencyDbContext db, SaveDraft input, string json, DateTime now, CancellationToken ct)
    {
        if (await OfferedService.FindAsync(db, catalog, input.Service, ct) is not { } offered) return Problems.UnknownService;
        if (offered.RefusalIn(current.Value) is { } refusal) return refusal;
        return await idempotency.OnceAsync(db, input.Sub, input.IdempotencyKey, Idempotency.HashOf($"draft {input.Service} {json}"), now, () =>
        {
            var draft = new Draft(input.Sub, offered.Definition.Code, offered.Version.Version, now);
            db.Drafts.Add(draft);
            parts.Replace(db, draft.Id, [], input.Content);
            return draft;
        }, draft => DraftParts.View(draft, input.Content, current.Value), ct);
    }
}
