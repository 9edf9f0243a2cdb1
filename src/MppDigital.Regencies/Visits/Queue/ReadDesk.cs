using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>The counters at which this member of staff may sit.</summary>
public sealed record ListDesks(StaffMember Staff);

/// <summary>One counter as it is now.</summary>
public sealed record ReadDesk(StaffMember Staff, Guid Counter);

internal sealed class ReadDeskHandler(IDbContextFactory<RegencyDbContext> contexts, Desks desks, FirstHall first, TimeProvider clock) : IUseCase<ListDesks, IReadOnlyList<DeskChoice>>, IUseCase<ReadDesk, DeskView>
{
    public async Task<Outcome<IReadOnlyList<DeskChoice>>> HandleAsync(ListDesks input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await first.EnsureAsync(db, ct);
        var rows = await (
            from c in db.Counters.AsNoTracking()
            join g in db.CounterGroups on c.GroupId equals g.Id
            join p in db.Places on c.PlaceId equals p.Id
            where c.Active && p.Active
            select new { c.Id, c.Label, g.Agency, p.Name, c.State, c.StaffSub }).Take(500).ToListAsync(ct);
        return rows.Where(r => Desks.Fits(input.Staff, r.Agency))
            .OrderBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Label.Length).ThenBy(r => r.Label, StringComparer.Ordinal)
            .Select(r => new DeskChoice(r.Id, r.Label, r.Agency, r.Name, r.State.ToString().ToLowerInvariant(), r.StaffSub == input.Staff.Sub))
            .ToList();
    }

    public async Task<Outcome<DeskView>> HandleAsync(ReadDesk input, CancellationToken ct)
    {
        var found = await desks.FindAsync(input.Staff, input.Counter, ct);
        if (!found.Succeeded) return found.Problem;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await desks.ViewAsync(db, found.Value, clock.GetUtcNow().UtcDateTime, ct);
    }
}
