using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Files;
using MppDigital.Platform.PersonalData;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.PersonalData;

/// <summary>What was filed here, with its papers, its documents and its money. The archive keeps all of it; nothing here is erased on request.</summary>
internal sealed class ApplicationsHeld(IDbContextFactory<RegencyDbContext> contexts, RegencySecrets secrets, FileStore store, CurrentRegency current) : IRegencyPersonalData
{
    private const int Most = 1000;

    public string Part => "applications";

    public async Task<JsonNode?> GatherAsync(string sub, CopyFiles files, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var list = new JsonArray();
        foreach (var application in await db.Applications.AsNoTracking().AsSplitQuery().Include(a => a.Events).Include(a => a.Evidence).Where(a => a.Sub == sub).OrderBy(a => a.Number).Take(Most).ToListAsync(ct))
            list.Add(await OfAsync(db, application, files, ct));
        foreach (var acted in await db.Applications.AsNoTracking().Where(a => a.ActedBy == sub && a.Sub != sub).OrderBy(a => a.Number).Take(Most).Select(a => new { a.Number, a.Service, a.SubmittedAt, a.Mandate }).ToListAsync(ct))
            list.Add(new JsonObject { ["number"] = acted.Number, ["service"] = acted.Service, ["submittedAt"] = acted.SubmittedAt, ["actedUnder"] = acted.Mandate?.ToString() });
        return list.Count == 0 ? null : list;
    }

    public async Task<Erasure> EraseAsync(string sub, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var filed = await db.Applications.AsNoTracking().Where(a => a.Sub == sub).OrderBy(a => a.Number).Take(Most).Select(a => new { a.Id, a.Number, a.DecidedAt }).ToListAsync(ct);
        var ids = filed.Select(f => f.Id).ToList();
        var issued = await db.IssuedDocuments.AsNoTracking().Where(d => ids.Contains(d.ApplicationId)).OrderBy(d => d.Number).Take(Most).Select(d => new { d.Number, d.ValidUntil, d.IssuedAt }).ToListAsync(ct);
        return new Erasure([], [
            .. filed.Select(f => new KeptData("application", f.Number, Retention.Ground, Retention.Until(f.DecidedAt))),
            .. issued.Select(d => new KeptData("document", d.Number, Retention.Ground, d.ValidUntil is { } last ? last.AddYears(Retention.Years) : Retention.Until(d.IssuedAt)))]);
    }

    private async Task<JsonObject> OfAsync(RegencyDbContext db, Application application, CopyFiles files, CancellationToken ct)
    {
        var given = application.Evidence.Select(e => e.FileId).OfType<Guid>().ToList();
        var uploads = await db.Files.AsNoTracking().Where(f => given.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        var evidence = new JsonArray();
        foreach (var item in application.Evidence)
        {
            var file = item.FileId is { } id && uploads.TryGetValue(id, out var upload) ? await AddAsync(files, $"{application.Number}-{item.Requirement}", upload.ContentType, upload.ContentKey, ct) : null;
            evidence.Add(new JsonObject { ["requirement"] = item.Requirement, ["state"] = item.State.ToString(), ["source"] = item.Source, ["at"] = item.At, ["file"] = file });
        }

        var documents = new JsonArray();
        foreach (var document in await db.IssuedDocuments.AsNoTracking().Where(d => d.ApplicationId == application.Id).OrderBy(d => d.Issue).ToListAsync(ct))
        {
            documents.Add(new JsonObject
            {
                ["number"] = document.Number,
                ["issuedAt"] = document.IssuedAt,
                ["validUntil"] = document.ValidUntil?.ToString("O", null),
                ["revokedAt"] = document.RevokedAt,
                ["file"] = await AddAsync(files, $"dokumen-{document.Number}", "application/pdf", document.ContentKey, ct),
            });
        }

        var bill = await db.Bills.AsNoTracking().Include(b => b.Payments).SingleOrDefaultAsync(b => b.ApplicationId == application.Id, ct);
        return new JsonObject
        {
            ["number"] = application.Number,
            ["service"] = application.Service,
            ["status"] = application.Status.Wire(),
            ["submittedAt"] = application.SubmittedAt,
            ["decidedAt"] = application.DecidedAt,
            ["name"] = secrets.OpenName(application.Name),
            ["nik"] = secrets.OpenNik(application.Nik),
            ["actedBy"] = application.ActedBy is null ? null : secrets.OpenName(application.ActedByName),
            ["answers"] = JsonNode.Parse(secrets.OpenAnswers(application.Answers)),
            // Who of the staff it was is their data; that it was the office is the person's.
            ["events"] = new JsonArray([.. application.Events.OrderBy(e => e.Sequence).Select(e => (JsonNode)new JsonObject { ["at"] = e.At, ["kind"] = e.Kind, ["by"] = e.ActorKind.ToString(), ["reason"] = e.Agency.Length > 0 ? "" : secrets.OpenReason(e.Reason) })]),
            ["evidence"] = evidence,
            ["documents"] = documents,
            ["payments"] = bill is null ? null : new JsonArray([.. bill.Payments.OrderBy(p => p.Try).Select(p => (JsonNode)new JsonObject { ["reference"] = p.Reference, ["amount"] = p.AmountIdr, ["state"] = p.State.ToString(), ["createdAt"] = p.CreatedAt, ["paidAt"] = p.PaidAt })]),
        };
    }

    /// <summary>Null where the file is gone from the disk or the copy is full; the rest is told all the same.</summary>
    private async Task<string?> AddAsync(CopyFiles files, string name, string type, string key, CancellationToken ct)
    {
        try
        {
            var content = await store.ReadAsync(secrets.Cipher, key, ct);
            return files.Add($"{current.Value.Slug}-{name}.{type.Split('/')[^1]}", content);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
