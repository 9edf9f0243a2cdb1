using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Events;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Notifications;

/// <summary>Something happened to an application: its owner is told, and of warnings whoever has the file.</summary>
internal sealed class TellOfChange(
    IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, IServiceCatalog catalog, WriteNotice notices, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IOutboxHandler
{
    private const int MostStaff = 20;

    string IOutboxHandler.Kind => ApplicationChanged.Kind;

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var change = JsonSerializer.Deserialize<ApplicationChanged>(payload)!;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var application = await db.Applications.AsNoTracking().Include(a => a.Events.Where(e => e.Sequence >= change.From && e.Sequence <= change.To)).Include(a => a.Owners).AsSplitQuery().SingleAsync(a => a.Id == change.Application, ct);
        var service = catalog.Find(application.Service, application.CatalogVersion)!.Definition;
        var queued = false;
        foreach (var happened in application.Events.OrderBy(e => e.Sequence))
        {
            foreach (var notice in await NoticesAsync(db, application, service, happened, ct)) queued |= await notices.AddAsync(db, notice, ct);
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Another worker told it at the same moment, all of it.
            return;
        }

        if (queued) signal.Raise(current.Value.Code);
    }

    private async Task<IReadOnlyList<Notice>> NoticesAsync(RegencyDbContext db, Application application, ServiceDefinition service, ApplicationEvent happened, CancellationToken ct)
    {
        Notice? Citizen(NoticeEvent what, NoticeWeight weight, bool urgent = false) =>
            new($"event-{happened.Id:N}", what, application.Sub, weight, FactsOf(application, service, $"/permohonan/{application.Number}") with { AmountIdr = application.FeeIdr ?? 0 }) { Application = application.Id, Urgent = urgent };

        // Decided and issued in one breath is one piece of news.
        bool Together(string kind) => application.Events.Any(e => e.Kind == kind && e.At == happened.At);

        var own = happened.Kind switch
        {
            "submitted" => Citizen(NoticeEvent.Received, NoticeWeight.News, urgent: true),
            "returned" => Citizen(NoticeEvent.Returned, NoticeWeight.Needed),
            "approved" when !Together("issued") => Citizen(NoticeEvent.Approved, NoticeWeight.News),
            "refused" => Citizen(NoticeEvent.Refused, NoticeWeight.Needed),
            "deemed" => Citizen(NoticeEvent.Deemed, NoticeWeight.Needed),
            "issued" when !Together("deemed") => Citizen(NoticeEvent.DocumentReady, NoticeWeight.Needed),
            "fee-due" => Citizen(NoticeEvent.PaymentDue, NoticeWeight.Needed),
            "fee-paid" => Citizen(NoticeEvent.Paid, NoticeWeight.News, urgent: true),
            _ => null,
        };
        if (own is not null) return [own];
        if (!happened.Kind.StartsWith("warned-", StringComparison.Ordinal)) return [];
        var isOver = happened.Kind == "warned-100";
        var facts = FactsOf(application, service, $"/petugas/permohonan/{application.Number}") with { Share = happened.Kind == "warned-80" ? 80 : 50 };
        return [.. (isOver ? await HeadsAsync(db, ct) : await TurnAsync(db, application, service, ct))
            .Select(sub => new Notice($"event-{happened.Id:N}", isOver ? NoticeEvent.LimitPassed : NoticeEvent.LimitNears, sub, NoticeWeight.Duty, facts) { Application = application.Id })];
    }

    internal static NoticeFacts FactsOf(Application application, ServiceDefinition service, string path) => new(application.Number, service.Code, service.NameId, service.NameEn, path);

    /// <summary>Whoever has the file in the agencies whose turn it is; where nobody has it, everybody there who could take it.</summary>
    private async Task<IReadOnlyList<string>> TurnAsync(RegencyDbContext db, Application application, ServiceDefinition service, CancellationToken ct)
    {
        var next = ApplicationMoves.NextSteps(application, service);
        var agencies = next.Select(s => s.Agency).ToHashSet();
        List<string> owners = [.. application.Owners.Where(o => agencies.Contains(o.Agency)).Select(o => o.Sub)];
        if (owners.Count > 0) return owners;
        if (next.Any(s => s.Action == WorkflowAction.Approve)) return await HeadsAsync(db, ct);
        return await Seated(db).Where(o => o.Role == OfficerRole.Officer && agencies.Contains(o.Agency)).Select(o => o.Sub).Distinct().OrderBy(s => s).Take(MostStaff).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<string>> HeadsAsync(RegencyDbContext db, CancellationToken ct) =>
        await Seated(db).Where(o => o.Role == OfficerRole.Head).Select(o => o.Sub).Distinct().OrderBy(s => s).Take(MostStaff).ToListAsync(ct);

    private IQueryable<Officer> Seated(RegencyDbContext db)
    {
        var today = StaffDirectory.DayOf(clock.GetUtcNow().UtcDateTime, current.Value);
        return db.Officers.AsNoTracking().Where(o => (o.From == null || o.From <= today) && (o.Until == null || o.Until >= today));
    }
}
