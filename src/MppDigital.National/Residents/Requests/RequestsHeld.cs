using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.PersonalData;

namespace MppDigital.National.Residents.Requests;

/// <summary>What was asked and answered, in the copy of a person's data. It stays: that a request was answered in time has to be shown.</summary>
internal sealed class RequestsHeld(IDbContextFactory<NationalDbContext> contexts, RequestBook book) : IPersonalData
{
    private const int Most = 500;

    public string Part => "requests";

    public async Task<JsonNode?> GatherAsync(string sub, CopyFiles files, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var list = new JsonArray();
        foreach (var request in await db.DataRequests.AsNoTracking().Where(r => r.Sub == sub).OrderBy(r => r.AskedAt).ThenBy(r => r.Id).Take(Most).ToListAsync(ct))
            list.Add(JsonSerializer.SerializeToNode(await book.ViewAsync(request, ct), JsonSerializerOptions.Web));
        return list.Count == 0 ? null : list;
    }

    public Task<Erasure> EraseAsync(string sub, CancellationToken ct) => Task.FromResult(Erasure.Nothing);
}
