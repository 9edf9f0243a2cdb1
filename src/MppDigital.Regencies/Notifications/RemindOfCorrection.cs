using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Events;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Notifications;

/// <summary>Every morning in the zone of the regency: whoever was asked for a correction and has not answered is reminded after 3, 7 and 14 days, once each.</summary>
internal sealed class RemindOfCorrection(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, IServiceCatalog catalog, WriteNotice notices, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IRegencyTask
{
    public const string TaskKind = "correction-reminders";

    private const int MostAtOnce = 500;

    private static readonly int[] Steps = [3, 7, 14];

    string IRegencyTask.Kind => TaskKind;

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var waiting = await db.Applications.AsNoTracking().Where(a => a.Status == ApplicationStatus.Returned).OrderBy(a => a.Number).Take(MostAtOnce)
            .Select(a => new { Application = a, Asked = a.Events.Where(e => e.Kind == "returned").OrderByDescending(e => e.Sequence).First() }).ToListAsync(ct);
        var queued = false;
        foreach (var (application, asked) in waiting.Select(w => (w.Application, w.Asked)))
        {
            var days = (int)(now - asked.At).TotalDays;
            // The last step that is due: whoever is told of the fourteenth day need not hear of the third.
            if (Steps.Where(s => s <= days).DefaultIfEmpty(0).Max() is not (> 0 and var step) || days >= Steps[^1] + 7) continue;
            var service = catalog.Find(application.Service, application.CatalogVersion)!.Definition;
            var facts = TellOfChange.FactsOf(application, service, $"/permohonan/{application.Number}") with { Days = days };
            queued |= await notices.AddAsync(db, new Notice($"correction-{asked.Id:N}-{step}", NoticeEvent.CorrectionWaits, application.Sub, NoticeWeight.Needed, facts) { Application = application.Id }, ct);
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Another node walks here at the same moment; what is left is found tomorrow.
            return;
        }

        if (queued) signal.Raise(current.Value.Code);
    }
}
