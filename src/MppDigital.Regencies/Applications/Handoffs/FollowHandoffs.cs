using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors;
using MppDigital.Connectors.Handoffs;
using MppDigital.Platform.Jobs;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Handoffs;

/// <summary>Asks the other systems where the files stand that they took: some never tell, and news gets lost.</summary>
internal sealed class FollowHandoffs(IDbContextFactory<RegencyDbContext> contexts, HandoffDesks desks, HandoffNews news, TimeProvider clock) : IRegencyTask
{
    public const string TaskKind = "follow-handoffs";

    private const int MostAtOnce = 100;
    private const int MostMisses = 3;

    public string Kind => TaskKind;

    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await (from handoff in db.Handoffs.AsNoTracking()
                         where handoff.AskAt != null && handoff.AskAt <= now && handoff.Reference != ""
                         join application in db.Applications on handoff.ApplicationId equals application.Id
                         orderby handoff.AskAt
                         select new { handoff.Id, handoff.System, handoff.Reference, application.Number }).Take(MostAtOnce).ToListAsync(ct);
        var misses = new Dictionary<string, int>();
        foreach (var file in due)
        {
            // A system that is silent for three files is silent for the rest; the next walk asks again.
            if (desks.Find(file.System) is not { } desk || misses.GetValueOrDefault(file.System) >= MostMisses) continue;
            var answer = await desk.AskAsync(file.Number, file.Reference, ct);
            if (answer is Lookup<OutsideNews>.Found { Data: var told } && await news.HearAsync(file.Id, told, ct)) continue;
            misses[file.System] = misses.GetValueOrDefault(file.System) + 1;
            await news.MissAsync(file.Id, answer is Lookup<OutsideNews>.Unavailable { Reason: var reason } ? reason.ToString() : "UnknownFile", ct);
        }
    }
}
