using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Slots;

namespace MppDigital.Regencies.Visits.Places;

/// <summary>
/// After an admin changed hours, counters or shares: slots that somebody has taken of already are measured anew. What was promised stays promised: no
/// slot becomes smaller than what is taken of it.
/// </summary>
internal sealed class Remeasure(HallPlans plans, CurrentRegency current)
{
    /// <summary>Within the caller's transaction, after its save.</summary>
    public async Task SlotsAsync(RegencyDbContext db, Guid place, DateTime now, CancellationToken ct)
    {
        var rows = await db.VisitSlots.AsNoTracking().Where(s => s.PlaceId == place && s.StartsAt > now).Select(s => new { s.Id, s.GroupId, s.Day, s.StartsAt, s.Capacity, s.Bookable }).ToListAsync(ct);
        if (rows.Count == 0) return;
        var plan = (await plans.ReadAsync(db, ct)).FirstOrDefault(p => p.Place.Id == place);
        var measured = plan is null ? [] : rows.Select(r => r.Day).Distinct().SelectMany(day => plan.Lines.SelectMany(l => SlotPlan.Of(plan, l, plan.On(day), current.Value.Zone))).ToDictionary(s => (s.Line.Group.Id, s.StartsAt), s => (s.Capacity, s.Bookable));
        foreach (var row in rows)
        {
            var (id, (capacity, bookable)) = (row.Id, measured.GetValueOrDefault((row.GroupId, row.StartsAt)));
            if ((capacity, bookable) == (row.Capacity, row.Bookable)) continue;
            await db.VisitSlots.Where(s => s.Id == id).ExecuteUpdateAsync(
                s => s.SetProperty(x => x.Capacity, x => x.Taken > capacity ? x.Taken : capacity).SetProperty(x => x.Bookable, x => x.Booked > bookable ? x.Booked : bookable), ct);
        }
    }
}
