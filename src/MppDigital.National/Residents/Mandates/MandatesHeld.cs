using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.PersonalData;

namespace MppDigital.National.Residents.Mandates;

/// <summary>Mandates in the copy of a person's data, both given and held. Ended ones stay as long as the files that were made under them: they are the proof of who acted.</summary>
internal sealed class MandatesHeld(IDbContextFactory<NationalDbContext> contexts, MandateBook book) : IPersonalData
{
    private const int Most = 500;

    public string Part => "mandates";

    public async Task<JsonNode?> GatherAsync(string sub, CopyFiles files, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var mine = await db.Mandates.AsNoTracking().Where(m => m.Principal == sub || m.HolderSub == sub).OrderBy(m => m.OfferedAt).ThenBy(m => m.Id).Take(Most).ToListAsync(ct);
        return mine.Count == 0 ? null : JsonSerializer.SerializeToNode(await book.ViewsAsync(db, mine, ct), JsonSerializerOptions.Web);
    }

    /// <summary>Those that were never accepted prove nothing.</summary>
    public async Task<Erasure> EraseAsync(string sub, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var gone = await db.Mandates.Where(m => m.Principal == sub && m.AcceptedAt == null).ExecuteDeleteAsync(ct);
        return new Erasure([new ErasedData("mandate-offer", gone)], []);
    }
}
