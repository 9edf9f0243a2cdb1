using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Queue;

namespace MppDigital.Regencies.Visits.Places;

/// <summary>Whoever sits at a counter says when they mean to be away, every day until it is said anew; the times that people are told know of it.</summary>
/// <param name="Breaks">Such as <c>10.00-10.15, 12.00-12.45</c>; empty for none.</param>
/// <param name="Version">Of the counter, as last read.</param>
public sealed record PlanBreaks(StaffMember Staff, Guid Counter, string Breaks, long? Version);

internal sealed class PlanBreaksHandler(IDbContextFactory<RegencyDbContext> contexts, QueueLine queue, CurrentRegency current) : IUseCase<PlanBreaks, CounterView>
{
    public async Task<Outcome<CounterView>> HandleAsync(PlanBreaks input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Counters.AsNoTracking().SingleOrDefaultAsync(c => c.Id == input.Counter && c.Active, ct) is not { } seen) return VisitProblems.UnknownCounter;
        var line = await db.CounterGroups.AsNoTracking().SingleAsync(g => g.Id == seen.GroupId, ct);
        if (!TurnCounterHandler.May(input.Staff, line.Agency)) return VisitProblems.NotYourCounter;
        if (!DayHours.TryRead(input.Breaks, out var spans) || DayHours.Text(spans) is not { Length: <= CounterMapping.LongestBreaks } breaks)
            return VisitProblems.Field("/breaks", $"Tulis jam mulai dan selesai berurutan, paling banyak {DayHours.MostSpans} kali, misalnya 10.00-10.15, 12.00-12.45.");
        if (input.Version is null) return VisitProblems.VersionNeeded;
        try
        {
            return await queue.ChangeAsync<CounterView>(seen.PlaceId, async change =>
            {
                var counter = await change.Db.Counters.SingleAsync(c => c.Id == input.Counter, ct);
                if (input.Version != counter.Version) return VisitProblems.Stale(ListPlacesHandler.ViewOf(counter, line, current.Value));
                counter.PlanBreaks(breaks);
                await AuditTrail.AppendAsync(change.Db, counter.Id.ToString("N"), "counter-breaks-planned", input.Staff.Sub, "{}", change.Now, ct);
                change.TellOf(line.Agency, counter.Label);
                await change.Db.SaveChangesAsync(ct);
                return ListPlacesHandler.ViewOf(counter, line, current.Value);
            }, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return VisitProblems.Stale(ListPlacesHandler.ViewOf(await db.Counters.AsNoTracking().SingleAsync(c => c.Id == input.Counter, ct), line, current.Value));
        }
    }
}
