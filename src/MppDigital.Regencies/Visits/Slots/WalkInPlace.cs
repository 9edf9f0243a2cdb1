using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Regencies.Visits.Slots;

/// <summary>What somebody who stands in the hall takes from the ledger.</summary>
/// <param name="Id">The slot.</param>
/// <param name="Minutes">What the visit takes of it.</param>
internal sealed record WalkInSlot(Guid Id, int Minutes)
{
    /// <summary>The ledger knows of no more time today, but people sit at the counters: whoever is in the hall is served all the same.</summary>
    public static WalkInSlot Unrationed { get; } = new(Guid.Empty, 0);
}

/// <summary>Somebody whose number is given already.</summary>
internal sealed record WalkedIn(string Key, Guid Group, string Service, DateOnly Day, DateTime At);

/// <summary>
/// The place in the public ledger for people without a booking. It is the first slot of today, from now on, that has room: whoever comes when the hour is
/// full can wait for a later one. Only when nothing is left of the day they are told so, and when they can come.
/// </summary>
internal sealed class WalkInPlace(IDbContextFactory<RegencyDbContext> contexts, HallPlans plans, SlotLedger ledger, CurrentRegency current)
{
    /// <summary>Outside any transaction, like <see cref="SlotLedger.EnsureAsync"/>; the place itself is taken with <see cref="SlotLedger.WalkInAsync"/>.</summary>
    /// <param name="lost">Slots whose last place somebody else took meanwhile.</param>
    public async Task<Outcome<WalkInSlot>> FindAsync(Guid place, CounterGroup group, ServiceDefinition service, DateTime now, IReadOnlyCollection<Guid> lost, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var plan = (await plans.ReadAsync(db, ct)).FirstOrDefault(p => p.Place.Id == place);
        if (plan?.Lines.FirstOrDefault(l => l.Group.Id == group.Id) is not { } line) return VisitProblems.NotServedHere;
        var today = DateOnly.FromDateTime(current.Value.At(now).Date);
        var left = SlotPlan.Of(plan, line, plan.On(today), current.Value.Zone).Where(s => s.EndsAt > now).ToList();
        if (left.Count == 0 && await db.Counters.AnyAsync(c => c.GroupId == group.Id && c.State == CounterState.Open, ct)) return WalkInSlot.Unrationed;
        var rows = await db.VisitSlots.AsNoTracking().Where(s => s.GroupId == group.Id && s.Day == today).ToDictionaryAsync(s => s.StartsAt, ct);
        foreach (var slot in left)
        {
            var minutes = MinutesOf(slot, service.Code);
            var row = rows.GetValueOrDefault(slot.StartsAt);
            if (minutes == 0 || (row is not null && (row.Taken + minutes > row.Capacity || lost.Contains(row.Id)))) continue;
            return new WalkInSlot(row?.Id ?? await ledger.EnsureAsync(db, slot, ct), minutes);
        }

        return VisitProblems.NoWalkIn(left.Count > 0, await NextAsync(db, service, now, ct));
    }

    /// <summary>The slots in which people came who have a number already. Who came when the day had none is left out.</summary>
    public async Task<IReadOnlyDictionary<string, WalkInSlot>> AtAsync(Guid place, IReadOnlyCollection<WalkedIn> people, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = new Dictionary<string, WalkInSlot>();
        if (people.Count == 0 || (await plans.ReadAsync(db, ct)).FirstOrDefault(p => p.Place.Id == place) is not { } plan) return found;
        foreach (var person in people)
        {
            if (plan.Lines.FirstOrDefault(l => l.Group.Id == person.Group) is not { } line) continue;
            var slots = SlotPlan.Of(plan, line, plan.On(person.Day), current.Value.Zone).Where(s => MinutesOf(s, person.Service) > 0).ToList();
            if ((slots.Find(s => s.EndsAt > person.At) ?? slots.LastOrDefault()) is { } slot) found[person.Key] = new WalkInSlot(await ledger.EnsureAsync(db, slot, ct), MinutesOf(slot, person.Service));
        }

        return found;
    }

    /// <summary>When the service can be booked next in this regency, at any place.</summary>
    private async Task<DateTimeOffset?> NextAsync(RegencyDbContext db, ServiceDefinition service, DateTime now, CancellationToken ct)
    {
        var local = current.Value.At(now).DateTime;
        var lines = (await plans.ReadAsync(db, ct)).SelectMany(p => p.LinesFor(service.Code, service.Agency.Code).Select(l => (Place: p, Line: l))).ToList();
        var groups = lines.ConvertAll(l => l.Line.Group.Id);
        var rows = await db.VisitSlots.AsNoTracking().Where(s => groups.Contains(s.GroupId) && s.StartsAt > now).ToDictionaryAsync(s => (s.GroupId, s.StartsAt), s => (s.Taken, s.Booked), ct);
        var free =
            from l in lines
            from ahead in Enumerable.Range(0, l.Place.Waves.Horizon + 1)
            let date = DateOnly.FromDateTime(local).AddDays(ahead)
            from slot in SlotPlan.Of(l.Place, l.Line, l.Place.On(date), current.Value.Zone)
            let known = rows.GetValueOrDefault((slot.Line.Group.Id, slot.StartsAt))
            where slot.StartsAt > now && slot.Bookable > 0 && slot.Free(slot.MinutesOf(service.Code), known.Taken, known.Booked, l.Place.Waves.OpenFor(date, local)) > 0
            select (DateTime?)slot.StartsAt;
        return free.Min() is { } at ? current.Value.At(at) : null;
    }

    /// <summary>Whoever needs longer than the whole slot takes all of it, as when booking.</summary>
    private static int MinutesOf(SlotPlan slot, string service) => Math.Min(slot.Line.Group.MinutesOf(service), slot.Capacity);
}
