using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Files;
using MppDigital.Platform.PersonalData;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.PersonalData;

/// <summary>What was begun and never filed: drafts, uploads, answers of registers. No law keeps it, so it goes when its person asks.</summary>
internal sealed class UnfiledHeld(IDbContextFactory<RegencyDbContext> contexts, DraftParts parts, RegencySecrets secrets, FileStore store) : IRegencyPersonalData
{
    private const int Most = 500;

    public string Part => "unfiled";

    public async Task<JsonNode?> GatherAsync(string sub, CopyFiles files, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var drafts = new JsonArray();
        foreach (var draft in await db.Drafts.AsNoTracking().Where(d => d.Sub == sub).OrderBy(d => d.Id).Take(Most).ToListAsync(ct))
        {
            var content = await parts.ReadAsync(db, draft.Id, ct);
            drafts.Add(new JsonObject { ["service"] = draft.Service, ["savedAt"] = draft.SavedAt, ["answers"] = JsonNode.Parse(content.Data.GetRawText()) });
        }

        var uploads = new JsonArray();
        foreach (var file in await Unfiled(db, sub).AsNoTracking().OrderBy(f => f.Id).Take(Most).ToListAsync(ct))
            uploads.Add(new JsonObject { ["requirement"] = file.Requirement, ["at"] = file.UploadedAt, ["file"] = files.Add($"unggahan-{file.Id:N}.{file.ContentType.Split('/')[^1]}", await store.ReadAsync(secrets.Cipher, file.ContentKey, ct)) });
        var facts = new JsonArray();
        foreach (var row in await db.HeldFacts.AsNoTracking().Where(f => f.Sub == sub).OrderBy(f => f.Source).Take(Most).ToListAsync(ct))
            facts.Add(new JsonObject { ["service"] = row.Source, ["at"] = row.AsOf, ["data"] = JsonSerializer.SerializeToNode(secrets.Open<JsonElement>("held-facts", row.Values)) });
        return drafts.Count + uploads.Count + facts.Count == 0 ? null : new JsonObject { ["drafts"] = drafts, ["uploads"] = uploads, ["facts"] = facts };
    }

    public async Task<Erasure> EraseAsync(string sub, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var drafts = await db.Drafts.Where(d => d.Sub == sub).ExecuteDeleteAsync(ct);
        var facts = await db.HeldFacts.Where(f => f.Sub == sub).ExecuteDeleteAsync(ct);
        await db.IdempotencyKeys.Where(k => k.Sub == sub).ExecuteDeleteAsync(ct);
        var uploads = await Unfiled(db, sub).OrderBy(f => f.Id).ToListAsync(ct);
        db.RemoveRange(uploads);
        await db.SaveChangesAsync(ct);
        foreach (var key in uploads.Select(u => u.ContentKey).Distinct())
        {
            // The same content is kept once: somebody else may have given it too, and an issued document may be it.
            if (!await db.Files.AnyAsync(f => f.ContentKey == key, ct) && !await db.IssuedDocuments.AnyAsync(d => d.ContentKey == key, ct) && !await db.ComplaintFiles.AnyAsync(f => f.ContentKey == key, ct)) store.Delete(secrets.Cipher, key);
        }

        return new Erasure([new ErasedData("draft", drafts), new ErasedData("upload", uploads.Count), new ErasedData("register-answer", facts)], []);
    }

    /// <summary>Uploads that stand in no file; those of a file belong to its evidence.</summary>
    private static IQueryable<UploadedFile> Unfiled(RegencyDbContext db, string sub) => db.Files.Where(f => f.Sub == sub && !db.Evidence.Any(e => e.FileId == f.Id));
}
