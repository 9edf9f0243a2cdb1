using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>The parts of drafts, opened and sealed.</summary>
internal sealed class DraftParts(RegencySecrets secrets, IDatabaseEngine engine)
{
    public async Task<DraftContent> ReadAsync(RegencyDbContext db, Guid draft, CancellationToken ct) =>
        Compose(await db.DraftParts.AsNoTracking().Where(p => p.DraftId == draft).ToListAsync(ct));

    /// <summary>Puts the content in place of what was there, and writes only what differs.</summary>
    public void Replace(RegencyDbContext db, Guid draft, IReadOnlyList<DraftPart> stored, DraftContent content)
    {
        var before = stored.ToDictionary(p => p.Key);
        foreach (var (key, json) in Written(content))
        {
            if (!before.Remove(key, out var part)) db.DraftParts.Add(new DraftPart { DraftId = draft, Key = key, Value = secrets.SealAnswers(json) });
            else if (secrets.OpenAnswers(part.Value) != json) part.Value = secrets.SealAnswers(json);
        }

        db.DraftParts.RemoveRange(before.Values);
    }

    /// <summary>Writes some answers and, if given, the uploads.</summary>
    /// <param name="stored">The parts with these keys that are there already.</param>
    /// <param name="answers">Null takes an answer away; JSON null keeps it as emptied.</param>
    public void Change(RegencyDbContext db, Guid draft, IReadOnlyList<DraftPart> stored, IReadOnlyDictionary<string, JsonElement?> answers, IReadOnlyList<GivenDocument>? documents)
    {
        var before = stored.ToDictionary(p => p.Key);
        foreach (var (key, json) in answers.Select(a => (DraftPart.KeyOf(a.Key), a.Value is { } value ? PartOf(a.Key, value) : null)).Concat(documents is null ? [] : [(DraftPart.Documents, (string?)PartOf(documents))]))
        {
            if (!before.TryGetValue(key, out var part))
            {
                if (json is not null) db.DraftParts.Add(new DraftPart { DraftId = draft, Key = key, Value = secrets.SealAnswers(json) });
            }
            else if (json is null)
            {
                db.DraftParts.Remove(part);
            }
            else if (secrets.OpenAnswers(part.Value) != json)
            {
                part.Value = secrets.SealAnswers(json);
            }
        }
    }

    public static DraftView View(Draft draft, DraftContent content, Regency regency) =>
        new(draft.Id, draft.Service, draft.CatalogVersion, content, regency.At(draft.SavedAt), regency.At(draft.ExpiresAt), draft.Version);

    /// <summary>Saves what was changed; whoever was faster on another device is told with the draft as it is now.</summary>
    public async Task<Outcome<DraftView>> SavedAsync(RegencyDbContext db, Draft draft, DraftContent content, Regency regency, CancellationToken ct)
    {
        // Two saves within one tick of the clock are two all the same: the version must rise, or the second would overwrite the first unseen.
        db.Entry(draft).Property(d => d.SavedAt).IsModified = true;
        try
        {
            await db.SaveChangesAsync(ct);
            return View(draft, content, regency);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || engine.IsDuplicate(e))
        {
            db.ChangeTracker.Clear();
            return await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draft.Id, ct) is { } other
                ? Problems.Stale(View(other, await ReadAsync(db, other.Id, ct), regency))
                : Problems.UnknownDraft;
        }
    }

    public static DraftContent Empty() => new(JsonSerializer.SerializeToElement(new JsonObject()), []);

    private DraftContent Compose(IEnumerable<DraftPart> parts)
    {
        var data = new JsonObject();
        IReadOnlyList<GivenDocument> documents = [];
        foreach (var part in parts)
        {
            var read = JsonNode.Parse(secrets.OpenAnswers(part.Value))!.AsArray();
            if (part.Key == DraftPart.Documents) documents = read[0].Deserialize<IReadOnlyList<GivenDocument>>()!;
            else data[read[0]!.GetValue<string>()] = read[1]?.DeepClone();
        }

        return new DraftContent(JsonSerializer.SerializeToElement(data), documents);
    }

    private static IEnumerable<(string Key, string Json)> Written(DraftContent content) =>
        content.Data.EnumerateObject().Select(m => (DraftPart.KeyOf(m.Name), PartOf(m.Name, m.Value)))
            .Concat(content.Documents.Count > 0 ? [(DraftPart.Documents, PartOf(content.Documents))] : []);

    private static string PartOf(string name, JsonElement value) => JsonSerializer.Serialize(new object[] { name, value });

    private static string PartOf(IReadOnlyList<GivenDocument> documents) => JsonSerializer.Serialize(new object[] { documents });
}
