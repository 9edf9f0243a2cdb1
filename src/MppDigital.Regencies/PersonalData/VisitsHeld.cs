using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.PersonalData;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Bookings;

namespace MppDigital.Regencies.PersonalData;

/// <summary>When the person came or is expected. What is over goes when they ask; an open visit they can cancel themselves.</summary>
internal sealed class VisitsHeld(IDbContextFactory<RegencyDbContext> contexts, RegencySecrets secrets) : IRegencyPersonalData
{
    private const int Most = 1000;

    public string Part => "visits";

    public async Task<JsonNode?> GatherAsync(string sub, CopyFiles files, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var visits = await db.Visits.AsNoTracking().Where(v => v.Sub == sub).OrderByDescending(v => v.StartsAt).ThenBy(v => v.Id).Take(Most).ToListAsync(ct);
        var appeals = await db.VisitAppeals.AsNoTracking().Where(a => a.Sub == sub).OrderBy(a => a.At).Take(Most).ToListAsync(ct);
        if (visits.Count + appeals.Count == 0) return null;
        return new JsonObject
        {
            ["visits"] = new JsonArray([.. visits.Select(v => (JsonNode)new JsonObject
            {
                ["code"] = v.Code,
                ["service"] = v.Service,
                ["startsAt"] = v.StartsAt,
                ["state"] = v.State.Wire(),
                ["priority"] = v.Priority.ToString(),
                ["application"] = v.Application,
                ["actedBy"] = v.ActedByName.Length == 0 ? null : secrets.OpenName(v.ActedByName),
            })]),
            ["explanations"] = new JsonArray([.. appeals.Select(a => (JsonNode)new JsonObject { ["at"] = a.At, ["text"] = secrets.Cipher.Decrypt(AppealBlockHandler.Purpose, a.Text), ["accepted"] = a.AnsweredAt is null ? null : a.Accepted })]),
        };
    }

    public async Task<Erasure> EraseAsync(string sub, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.VisitAppeals.Where(a => a.Sub == sub && a.AnsweredAt != null).ExecuteDeleteAsync(ct);
        // Missed visits within the time that counts stay: asking to be forgotten is no way round a limit.
        var over = await db.Visits.Where(v => v.Sub == sub && (v.State == VisitState.Served || v.State == VisitState.Cancelled || v.State == VisitState.CalledOff)).ExecuteDeleteAsync(ct);
        return new Erasure([new ErasedData("visit", over)], []);
    }
}
