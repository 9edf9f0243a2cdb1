using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Events;
using MppDigital.Platform.Jobs;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.LifeEvents;

/// <summary>When a document is issued, those that waited for it begin at once; a nightly walk looks at all that wait, for refusals and for whatever was missed.</summary>
internal sealed class AdvanceLifeEvents(IDbContextFactory<RegencyDbContext> contexts, SettleWaiting settle) : IOutboxHandler, IRegencyTask
{
    public const string TaskKind = "life-events";

    private const int MostAtOnce = 1000;

    string IOutboxHandler.Kind => DocumentIssued.Kind;

    string IRegencyTask.Kind => TaskKind;

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var application = JsonSerializer.Deserialize<DocumentIssued>(payload)!.Application;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.LifeEventChildren.AsNoTracking().SingleOrDefaultAsync(c => c.ApplicationId == application, ct) is not { } issued) return;
        await SettleAsync(await db.LifeEventChildren.AsNoTracking().Where(c => c.FilingId == issued.FilingId && c.Waits != "").Select(c => c.Number).ToListAsync(ct), ct);
    }

    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await SettleAsync(await db.LifeEventChildren.AsNoTracking().Where(c => c.Waits != "").OrderBy(c => c.Waits).Select(c => c.Number).Take(MostAtOnce).ToListAsync(ct), ct);
    }

    private async Task SettleAsync(List<string> numbers, CancellationToken ct)
    {
        var late = new List<string>();
        foreach (var number in numbers)
        {
            if (!await settle.OfAsync(number, ct)) late.Add(number);
        }

        if (late.Count > 0) throw new InvalidOperationException($"{late.Count} applications changed while they were settled, {late[0]} first; they are tried again.");
    }
}
