using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Regencies.Visits.Slots;

/// <summary>When somebody can come for a service: the next days, and the times of one of them. Public.</summary>
/// <param name="Date">Null: the first day with something free.</param>
public sealed record ReadSlots(string Service, DateOnly? Date);

/// <param name="Items">Times of <paramref name="Date"/>, those that are full too.</param>
/// <param name="Closed">Why nothing is open on <paramref name="Date"/>; empty where something is.</param>
/// <param name="MoreAt">When more of the day opens; null when all is open.</param>
/// <param name="WalkInPercent">Part of every slot that is kept for people who come without booking.</param>
public sealed record SlotPage(string Service, DateOnly Date, IReadOnlyList<SlotView> Items, IReadOnlyList<SlotDay> Days, string Closed, DateTimeOffset? MoreAt, int WalkInPercent);

/// <param name="Id">For booking.</param>
/// <param name="Free">How many more can book it now.</param>
public sealed record SlotView(string Id, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Free, Guid PlaceId, string Place, string Address);

/// <param name="Open">At least one place that serves this is open.</param>
public sealed record SlotDay(DateOnly Date, bool Open, int Free, string Why);

internal sealed class ReadSlotsHandler(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, HallPlans plans, CurrentRegency current, TimeProvider clock) : IUseCase<ReadSlots, SlotPage>
{
    // As many as fit on the screen of a phone without looking like a calendar.
    private const int MostDays = 21;

    public async Task<Outcome<SlotPage>> HandleAsync(ReadSlots input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await OfferedService.FindAsync(db, catalog, input.Service, ct) is not { } offered) return VisitProblems.UnknownService;
        var service = offered.Definition;
        var lines = (await plans.ReadAsync(db, ct)).SelectMany(p => p.LinesFor(service.Code, service.Agency.Code).Select(l => (Place: p, Line: l))).ToList();
        if (lines.Count == 0) return VisitProblems.NotServedHere;

        var now = clock.GetUtcNow().UtcDateTime;
        var local = current.Value.At(now).DateTime;
        var today = DateOnly.FromDateTime(local);
        var last = today.AddDays(Math.Min(MostDays, lines.Max(l => l.Place.Waves.Horizon)));
        var asked = input.Date ?? today;
        var groups = lines.Select(l => l.Line.Group.Id).ToList();
        var rows = await db.VisitSlots.AsNoTracking().Where(s => groups.Contains(s.GroupId) && s.Day >= today && s.Day <= last).ToDictionaryAsync(s => (s.GroupId, s.StartsAt), s => (s.Taken, s.Booked), ct);
        var days = new List<SlotDay>();
        var views = new Dictionary<DateOnly, List<SlotView>>();
        for (var date = today; date <= last; date = date.AddDays(1))
        {
            var plansOfDay = lines.Select(l => (l.Place, l.Line, Day: l.Place.On(date))).ToList();
            views[date] = [.. plansOfDay.SelectMany(d => SlotPlan.Of(d.Place, d.Line, d.Day, current.Value.Zone)).Where(s => s.StartsAt > now && s.Bookable > 0).Select(s => View(s)).OrderBy(s => s.StartsAt).ThenBy(s => s.Place, StringComparer.Ordinal)];
            days.Add(new SlotDay(date, plansOfDay.Any(d => d.Day.IsOpen), views[date].Sum(s => s.Free), plansOfDay.FirstOrDefault(d => d.Day.Why.Length > 0).Day?.Why ?? ""));
        }

        if (input.Date is null) asked = days.FirstOrDefault(d => d.Free > 0)?.Date ?? days.FirstOrDefault(d => d.Open)?.Date ?? today;
        if (Refusal(asked, today, last) is { } refusal) return refusal;
        var day = days.Single(d => d.Date == asked);
        var next = lines.Select(l => l.Place.Waves.NextFor(asked, local)).Where(n => n is not null).DefaultIfEmpty().Min();
        return new SlotPage(
            service.Code, asked, views[asked], days, day.Open ? "" : day.Why.Length > 0 ? day.Why : VisitProblems.UsuallyShut,
            next is { } at ? current.Value.At(TimeZoneInfo.ConvertTimeToUtc(at, current.Value.Zone)) : null, lines.Max(l => l.Place.Place.WalkInPercent));

        SlotView View(SlotPlan slot)
        {
            var (taken, booked) = rows.GetValueOrDefault((slot.Line.Group.Id, slot.StartsAt));
            var free = slot.Free(slot.MinutesOf(service.Code), taken, booked, slot.Place.Waves.OpenFor(slot.Day, local));
            var place = slot.Place.Place;
            return new SlotView(slot.Key, current.Value.At(slot.StartsAt), current.Value.At(slot.StartsAt.AddMinutes(slot.Length)), free, place.Id, place.Name, place.Address);
        }
    }

    private static Problem? Refusal(DateOnly asked, DateOnly today, DateOnly last) =>
        asked < today ? VisitProblems.DayPast : asked > last ? VisitProblems.TooFar(last) : null;
}
