using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.PersonalData;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.PersonalData;

/// <summary>Who of this regency looked at the person's data, and why. The log stays: it is what a breach is told from.</summary>
internal sealed class LooksHeld(IDbContextFactory<RegencyDbContext> contexts) : IRegencyPersonalData
{
    private const int Most = 2000;

    public string Part => "access";

    public async Task<JsonNode?> GatherAsync(string sub, CopyFiles files, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.AccessLog.AsNoTracking().Where(r => r.Sub == sub).OrderByDescending(r => r.At).ThenBy(r => r.Id).Take(Most).ToListAsync(ct);
        // Which official it was is shown by role in the national log; their account is their own data.
        return rows.Count == 0 ? null : new JsonArray([.. rows.Select(r => (JsonNode)new JsonObject { ["at"] = r.At, ["by"] = r.Actor.Length == 0 ? "system" : "officer", ["number"] = r.Application, ["purpose"] = r.Purpose, ["data"] = r.Fields })]);
    }

    public Task<Erasure> EraseAsync(string sub, CancellationToken ct) => Task.FromResult(Erasure.Nothing);
}
