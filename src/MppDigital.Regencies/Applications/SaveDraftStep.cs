using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>Keeps what one page asks, as it was written. It costs what the page holds, not what the form holds.</summary>
/// <param name="Seen">The draft as the caller saw it; two devices never overwrite each other unseen.</param>
/// <param name="Answers">By field; null takes an answer away, JSON null keeps it as emptied.</param>
/// <param name="Documents">All uploads of the draft; null leaves them as they are.</param>
public sealed record SaveDraftStep(string Sub, DraftView Seen, IReadOnlyDictionary<string, JsonElement?> Answers, IReadOnlyList<GivenDocument>? Documents);

internal sealed class SaveDraftStepHandler(IDbContextFactory<RegencyDbContext> contexts, DraftParts parts, CurrentRegency current, TimeProvider clock) : IUseCase<SaveDraftStep, DraftView>
{
    public async Task<Outcome<DraftView>> HandleAsync(SaveDraftStep input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (id, now) = (input.Seen.Id, clock.GetUtcNow().UtcDateTime);
        if (await db.Drafts.SingleOrDefaultAsync(d => d.Id == id && d.Sub == input.Sub && d.ExpiresAt > now, ct) is not { } draft) return Problems.UnknownDraft;
        if (input.Seen.Version != draft.Version) return Problems.Stale(DraftParts.View(draft, await parts.ReadAsync(db, id, ct), current.Value));
        var keys = input.Answers.Keys.Select(DraftPart.KeyOf).ToList();
        if (input.Documents is not null) keys.Add(DraftPart.Documents);
        draft.Save(now);
        parts.Change(db, id, await db.DraftParts.Where(p => p.DraftId == id && keys.Contains(p.Key)).ToListAsync(ct), input.Answers, input.Documents);
        return await parts.SavedAsync(db, draft, Changed(input), current.Value, ct);
    }

    /// <summary>The caller's view with the change in it: nothing of the draft need be read again, for nobody else has changed it.</summary>
    private static DraftContent Changed(SaveDraftStep input)
    {
        var data = JsonNode.Parse(input.Seen.Content.Data.GetRawText())!.AsObject();
        foreach (var (name, answer) in input.Answers)
        {
            data.Remove(name);
            if (answer is { } value) data[name] = JsonNode.Parse(value.GetRawText());
        }

        return new DraftContent(JsonSerializer.SerializeToElement(data), input.Documents ?? input.Seen.Content.Documents);
    }
}
