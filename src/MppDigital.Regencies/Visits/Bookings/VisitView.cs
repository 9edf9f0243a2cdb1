using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Slots;

namespace MppDigital.Regencies.Visits.Bookings;

/// <summary>A visit as its owner sees it.</summary>
/// <param name="Code">To say at the desk where no code can be scanned.</param>
/// <param name="State"><c>booked</c>, <c>checked-in</c>, <c>served</c>, <c>cancelled</c>, <c>called-off</c>, <c>no-show</c></param>
/// <param name="Line">Letter before the numbers of its line.</param>
/// <param name="Priority"><c>none</c>, <c>elderly</c>, <c>disabled</c>, <c>pregnant</c></param>
/// <param name="PriorityConfirmed">Null until somebody at the desk has looked.</param>
/// <param name="ActedBy">Name of who comes in the person's place; empty where they come themselves.</param>
/// <param name="Pass">What the code on the ticket says; empty when the visit is no longer open.</param>
/// <param name="MovesLeft">How often its time can still be changed; 0 when it can no longer be changed at all.</param>
public sealed record VisitView(
    Guid Id, string Code, string Service, string State, string Slot, DateTimeOffset StartsAt, DateTimeOffset EndsAt, Guid PlaceId, string Place, string Address, string Line,
    string Priority, bool? PriorityConfirmed, string Application, string ActedBy, string Pass, bool MayCancel, int MovesLeft, long Version)
{
    public override string ToString() => $"visit {Id}";
}

/// <summary>How visits look from outside.</summary>
internal sealed class VisitViews(RegencySecrets secrets, CurrentRegency current, TimeProvider clock)
{
    public async Task<VisitView> OfAsync(RegencyDbContext db, Visit visit, CancellationToken ct) => (await OfAsync(db, [visit], ct))[0];

    public async Task<IReadOnlyList<VisitView>> OfAsync(RegencyDbContext db, IReadOnlyList<Visit> visits, CancellationToken ct)
    {
        var (slots, groups, places) = (visits.Select(v => v.SlotId).Distinct().ToList(), visits.Select(v => v.GroupId).Distinct().ToList(), visits.Select(v => v.PlaceId).Distinct().ToList());
        var lengths = await db.VisitSlots.AsNoTracking().Where(s => slots.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Length, ct);
        var letters = await db.CounterGroups.AsNoTracking().Where(g => groups.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Letter, ct);
        var names = await db.Places.AsNoTracking().Where(p => places.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => (p.Name, p.Address), ct);
        var now = clock.GetUtcNow().UtcDateTime;
        return [.. visits.Select(v => Of(v, lengths[v.SlotId], letters[v.GroupId], names[v.PlaceId], now))];
    }

    private VisitView Of(Visit visit, int length, string letter, (string Name, string Address) place, DateTime now)
    {
        var open = visit.State == VisitState.Booked && visit.StartsAt > now;
        return new VisitView(
            visit.Id, visit.Code, visit.Service, visit.State.Wire(), SlotPlan.KeyOf(visit.GroupId, visit.StartsAt), current.Value.At(visit.StartsAt), current.Value.At(visit.StartsAt.AddMinutes(length)),
            visit.PlaceId, place.Name, place.Address, letter, visit.Priority.ToString().ToLowerInvariant(), visit.PriorityConfirmed, visit.Application,
            visit.ActedByName.Length == 0 ? "" : secrets.OpenName(visit.ActedByName), visit.State == VisitState.Booked ? VisitPass.Of(secrets, visit) : "", open, open ? Math.Max(0, VisitLimits.MostMoves + 1 - visit.Round) : 0, visit.Version);
    }
}

internal static class VisitStates
{
    public static string Wire(this VisitState state) => state switch
    {
        VisitState.Booked => "booked",
        VisitState.CheckedIn => "checked-in",
        VisitState.Served => "served",
        VisitState.Cancelled => "cancelled",
        VisitState.CalledOff => "called-off",
        VisitState.NoShow => "no-show",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };
}
