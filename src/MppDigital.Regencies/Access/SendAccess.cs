using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.National.Residents.Looks;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Access;

/// <summary>Sends the looks of this regency to the nation's log, where each person reads them; of an officer the role, the agency and the name by which they act.</summary>
internal sealed class SendAccess(IDbContextFactory<RegencyDbContext> contexts, IUseCase<RecordLooks, Done> record, IServiceCatalog catalog, CurrentRegency current, TimeProvider clock) : IOutboxHandler
{
    public const string Kind = "send-access";

    private const int AtOnce = 200;

    string IOutboxHandler.Kind => Kind;

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        while (true)
        {
            var rows = await db.AccessLog.AsNoTracking().Where(r => r.SentAt == null).OrderBy(r => r.At).Take(AtOnce).ToListAsync(ct);
            if (rows.Count == 0) return;
            var actors = rows.Select(r => r.Actor).Where(a => a.Length > 0).Distinct().ToList();
            var people = (await db.Officers.AsNoTracking().Where(o => actors.Contains(o.Sub)).OrderBy(o => o.Id).Take(1000).ToListAsync(ct)).ToLookup(o => o.Sub);
            var told = await record.HandleAsync(new RecordLooks(current.Value.Code, [.. rows.Select(r => LookOf(r, [.. people[r.Actor]]))]), ct);
            if (!told.Succeeded) throw new InvalidOperationException($"Looks were refused: {told.Problem.Code}");
            var (ids, now) = (rows.Select(r => r.Id).ToList(), clock.GetUtcNow().UtcDateTime);
            await db.AccessLog.Where(r => ids.Contains(r.Id)).ExecuteUpdateAsync(r => r.SetProperty(x => x.SentAt, now), ct);
            if (rows.Count < AtOnce) return;
        }
    }

    /// <summary>Of several seats the one from which this service is handled, the head's first; one whose seat is gone is told by what is still known, that it was staff.</summary>
    private SentLook LookOf(AccessRow row, IReadOnlyList<Officer> seats)
    {
        if (row.Actor.Length == 0) return new SentLook(row.Id, row.Sub, row.At, LookedBy.System, "", "", "", row.Application, row.Service, row.Purpose, row.Fields);
        var handles = catalog.Find(row.Service)?.Definition.Workflow.Select(w => w.Agency).ToHashSet() ?? [];
        var seat = seats.OrderByDescending(s => s.Role is OfficerRole.Head).ThenByDescending(s => handles.Contains(s.Agency)).ThenByDescending(s => s.Role is OfficerRole.Officer).FirstOrDefault();
        return new SentLook(row.Id, row.Sub, row.At, LookedBy.Officer, (seat?.Role ?? OfficerRole.Officer).ToString().ToLowerInvariant(), seat?.Agency ?? "", seat?.Name ?? "", row.Application, row.Service, row.Purpose, row.Fields);
    }
}
