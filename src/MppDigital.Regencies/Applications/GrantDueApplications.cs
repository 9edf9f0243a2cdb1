using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>The walk shortly after midnight: writes down what the law has granted, and which files lack a declaration. Whoever looked earlier has done it already.</summary>
internal sealed class GrantDueApplications(IDbContextFactory<RegencyDbContext> contexts, ReadTruth truth, CurrentRegency current, TimeProvider clock, ILogger<GrantDueApplications> log) : IRegencyTask
{
    public const string TaskKind = "grant-due-applications";
    private const int AtATime = 200;

    public string Kind => TaskKind;

    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        while (true)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var due = await db.Applications.AsNoTracking()
                .Where(a => a.OnDesk && (a.QueueAt <= now || a.WarnAt <= now))
                .Where(a => a.WarnAt <= now || (a.GrantedByLaw && a.DueAt != null && a.DueAt <= now) || (a.DeclareBy != null && a.DeclareBy <= now && a.AlarmedAt == null))
                .OrderBy(a => a.QueueAt).ThenBy(a => a.Number).Select(a => a.Number).Take(AtATime).ToListAsync(ct);
            foreach (var number in due) await truth.OfAsync(number, ct);
            if (due.Count > 0) log.LogInformation("Written down by law in {Regency}: {Count} applications", current.Value.Code, due.Count);
            if (due.Count < AtATime) return;
        }
    }
}
