using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.PersonalData;
using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.PersonalData;

/// <summary>
/// What the person told this regency: complaints that were sent signed in and with a name, and questions to officers. Of a complaint who it was goes, and what was said
/// stays: it has a clock, or it is a record of how the office answered. Questions go as a whole.
/// </summary>
internal sealed class VoiceHeld(IDbContextFactory<RegencyDbContext> contexts, RegencySecrets secrets, EvidenceStore store, TimeProvider clock) : IRegencyPersonalData
{
    private const int Most = 500;

    public string Part => "voice";

    public async Task<JsonNode?> GatherAsync(string sub, CopyFiles files, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var lookup = secrets.SubjectLookup(sub);
        var complaints = new JsonArray();
        foreach (var complaint in await db.Complaints.AsNoTracking().AsSplitQuery().Include(c => c.Events).Include(c => c.Files).Where(c => c.SubLookup == lookup).OrderBy(c => c.Number).Take(Most).ToListAsync(ct))
            complaints.Add(await OfAsync(complaint, files, ct));
        var talks = await db.Consultations.AsNoTracking().Include(c => c.Messages).Where(c => c.Sub == sub).OrderBy(c => c.Number).Take(Most).ToListAsync(ct);
        if (complaints.Count + talks.Count == 0) return null;
        return new JsonObject
        {
            ["complaints"] = complaints,
            ["questions"] = new JsonArray([.. talks.Select(t => (JsonNode)new JsonObject
            {
                ["number"] = t.Number,
                ["service"] = t.Service,
                ["application"] = t.Application,
                // Which officer it was is their data.
                ["messages"] = new JsonArray([.. t.Messages.OrderBy(m => m.Sequence).Select(m => (JsonNode)new JsonObject { ["at"] = m.At, ["by"] = m.Officer.Length == 0 ? "self" : "office", ["text"] = secrets.OpenReason(m.Text) })]),
            })]),
        };
    }

    public async Task<Erasure> EraseAsync(string sub, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (lookup, now) = (secrets.SubjectLookup(sub), clock.GetUtcNow().UtcDateTime);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var talks = await db.Consultations.Include(c => c.Messages).Where(c => c.Sub == sub).OrderBy(c => c.Number).Take(Most).ToListAsync(ct);
        db.RemoveRange(talks);
        var complaints = await db.Complaints.Include(c => c.Events).Where(c => c.SubLookup == lookup).OrderBy(c => c.Number).Take(Most).ToListAsync(ct);
        foreach (var complaint in complaints)
        {
            // What was written to the address they left names the address.
            var sources = complaint.Events.Select(TellComplainant.SourceOf).ToList();
            await db.Messages.Where(m => m.Sub == "" && sources.Contains(m.Source)).ExecuteDeleteAsync(ct);
            complaint.Forget(now);
            await AuditTrail.AppendAsync(db, complaint.Number, "complaint-identity-removed", ComplaintBook.Citizen, "{}", now, ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Erasure(
            [new ErasedData("question", talks.Count), new ErasedData("complaint-identity", complaints.Count)],
            [.. complaints.Select(c => new KeptData("complaint", c.Number, Retention.Ground, Retention.Until(c.ClosedAt)))]);
    }

    private async Task<JsonObject> OfAsync(Complaint complaint, CopyFiles files, CancellationToken ct)
    {
        var who = complaint.Complainant.Length == 0 ? null : secrets.Open<Complainant>("complainant", complaint.Complainant);
        var evidence = new JsonArray();
        foreach (var file in complaint.Files.OrderBy(f => f.At))
        {
            try
            {
                evidence.Add(files.Add($"{complaint.Number}-{file.Id:N}.{file.ContentType.Split('/')[^1]}", await store.ReadAsync(file, ct)));
            }
            catch (FileNotFoundException)
            {
                // Gone from the disk; the rest is told all the same.
                evidence.Add((JsonNode?)null);
            }
        }

        return new JsonObject
        {
            ["number"] = complaint.Number,
            ["class"] = ComplaintWords.Wire(complaint.Class),
            ["status"] = ComplaintWords.Wire(complaint.State),
            ["receivedAt"] = complaint.ReceivedAt,
            ["closedAt"] = complaint.ClosedAt,
            ["name"] = who?.Name,
            ["contact"] = who?.Contact,
            ["about"] = ComplaintWords.Wire(complaint.About),
            ["which"] = secrets.OpenReason(complaint.AboutWhich),
            ["title"] = secrets.OpenReason(complaint.Title),
            ["text"] = secrets.OpenReason(complaint.Text),
            ["events"] = new JsonArray([.. complaint.Events.Where(e => e.Kind != "summarised").OrderBy(e => e.Sequence).Select(e => (JsonNode)new JsonObject
            {
                ["at"] = e.At,
                ["kind"] = e.Kind,
                ["by"] = ComplaintWords.Wire(e.ActorKind),
                ["text"] = ComplaintViews.IsPublic(e.Kind) ? secrets.OpenReason(e.Text) : "",
            })]),
            ["evidence"] = evidence,
        };
    }
}
