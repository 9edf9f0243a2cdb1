using Microsoft.EntityFrameworkCore;
using MppDigital.National.Performance;
using MppDigital.Platform.Events;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Figures;

/// <summary>Pushes this regency's totals to the centre after each change, and every night in case one got lost.</summary>
internal sealed class SendFigures(IDbContextFactory<RegencyDbContext> contexts, IUseCase<PushFigures, Done> push, CurrentRegency current, TimeProvider clock) : IOutboxHandler, IRegencyTask
{
    public const string Kind = "send-figures";

    string IOutboxHandler.Kind => Kind;

    string IRegencyTask.Kind => Kind;

    public Task HandleAsync(string payload, CancellationToken ct) => RunAsync(ct);

    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var row = await db.Figures.AsNoTracking().SingleAsync(ct);
        var undeclared = await db.Applications.CountAsync(a => a.AlarmedAt != null, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var late = await CountAlarmsHandler.Late(db, now).CountAsync(ct);
        var oldest = await db.Applications.Where(a => a.OnDesk && a.QueueAt > DateTime.UnixEpoch && a.GrantedByLaw).OrderBy(a => a.QueueAt).Select(a => a.DueAt).FirstOrDefaultAsync(ct);
        var order = await db.ProductOrders.Where(o => o.WaitingSince != null).MinAsync(o => o.WaitingSince, ct);
        var pushed = await push.HandleAsync(new PushFigures(current.Value.Code, row.Sequence, now, row.Applications, row.Decided, row.Deemed, row.Issued, undeclared, late, oldest, order) { NotAsked = row.NotAsked }, ct);
        if (!pushed.Succeeded) throw new InvalidOperationException($"Figures were refused: {pushed.Problem.Code}");
    }
}
