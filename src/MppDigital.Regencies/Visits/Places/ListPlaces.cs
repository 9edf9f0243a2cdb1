using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Slots;

namespace MppDigital.Regencies.Visits.Places;

/// <summary>Where people are served in this regency, when, and how it stands now. Public.</summary>
public sealed record ListPlaces;

/// <param name="Kind"><c>hall</c>, <c>mobile</c>, <c>kiosk</c>, <c>online-desk</c></param>
/// <param name="Today">Spans such as <c>08.00-12.00</c>; empty: shut today.</param>
/// <param name="WhyToday">Why today differs from other weeks; empty for usual days.</param>
/// <param name="ClosesAt">End of the present span; null while it is shut.</param>
/// <param name="Week">Hours from Monday to Sunday; empty: shut.</param>
/// <param name="WalkInPercent">Part of each slot that is kept for people who come without booking.</param>
/// <param name="TakenTodayPercent">How much of what today offers is taken, by those who booked and those who came; above 100 where kiosks without a link gave out more than there was; null while it is shut.</param>
public sealed record PlaceView(
    Guid Id, string Kind, string Name, string Address, IReadOnlyList<string> Today, string WhyToday, DateTimeOffset? ClosesAt, IReadOnlyList<string> Week, IReadOnlyList<SeasonView> Seasons,
    IReadOnlyList<ClosureView> Closures, IReadOnlyList<CounterView> Counters, int WalkInPercent, int SlotMinutes, string Waves, int? TakenTodayPercent);

public sealed record SeasonView(string Name, DateOnly From, DateOnly Until, IReadOnlyList<string> Week);

/// <param name="Open">Spans that stay open; empty: shut all day.</param>
public sealed record ClosureView(Guid Id, DateOnly From, DateOnly Until, string Open, string Reason);

/// <param name="Line">Letter before the numbers of its line.</param>
/// <param name="State"><c>open</c>, <c>break</c>, <c>closed</c></param>
/// <param name="Reason">Why it is not open; empty while it is.</param>
public sealed record CounterView(Guid Id, string Label, string Agency, string Line, string State, string Reason, DateTimeOffset Since, long Version);

internal sealed class ListPlacesHandler(IDbContextFactory<RegencyDbContext> contexts, HallPlans plans, CurrentRegency current, TimeProvider clock) : IUseCase<ListPlaces, Page<PlaceView>>
{
    private const int MostCounters = 500;

    public async Task<Outcome<Page<PlaceView>>> HandleAsync(ListPlaces input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var places = await plans.ReadAsync(db, ct);
        var counters = await db.Counters.AsNoTracking().Where(c => c.Active).OrderBy(c => c.Label.Length).ThenBy(c => c.Label).Take(MostCounters).ToListAsync(ct);
        var local = current.Value.At(clock.GetUtcNow().UtcDateTime).DateTime;
        var today = DateOnly.FromDateTime(local);
        var taken = await db.VisitSlots.AsNoTracking().Where(s => s.Day == today).GroupBy(s => s.PlaceId).Select(g => new { g.Key, Taken = g.Sum(s => s.Taken + s.Beyond) }).ToDictionaryAsync(g => g.Key, g => g.Taken, ct);
        return new Page<PlaceView>([.. places.Select(p => View(p, counters, taken.GetValueOrDefault(p.Place.Id), local))], null);
    }

    private PlaceView View(PlacePlan plan, IReadOnlyList<Counter> counters, int taken, DateTime local)
    {
        var (place, today) = (plan.Place, DateOnly.FromDateTime(local));
        var day = plan.On(today);
        var now = TimeOnly.FromDateTime(local);
        var span = day.Spans.FirstOrDefault(s => s.From <= now && now < s.Until);
        var lines = plan.Lines.ToDictionary(l => l.Group.Id, l => l.Group);
        var offered = plan.Lines.SelectMany(l => SlotPlan.Of(plan, l, day, current.Value.Zone)).Sum(s => s.Capacity);
        return new PlaceView(
            place.Id, Wire(place.Kind), place.Name, place.Address, [.. day.Spans.Select(s => s.ToString())], day.Why,
            span == default ? null : current.Value.At(TimeZoneInfo.ConvertTimeToUtc(today.ToDateTime(span.Until), current.Value.Zone)), plan.Hours.Usual.Days,
            [.. plan.Hours.Seasons.Where(s => s.Until >= today).Select(s => new SeasonView(s.Name, s.From, s.Until, s.Hours.Days))],
            [.. plan.Closures.Where(c => c.Until >= today).OrderBy(c => c.From).Select(ViewOf)],
            [.. counters.Where(c => c.PlaceId == place.Id && lines.ContainsKey(c.GroupId)).Select(c => ViewOf(c, lines[c.GroupId], current.Value))],
            place.WalkInPercent, place.SlotMinutes, place.Waves, offered == 0 ? null : taken * 100 / offered);
    }

    public static ClosureView ViewOf(PlaceClosure closure) => new(closure.Id, closure.From, closure.Until, closure.Open, closure.Reason);

    public static CounterView ViewOf(Counter counter, CounterGroup group, Regency regency) =>
        new(counter.Id, counter.Label, group.Agency, group.Letter, counter.State.ToString().ToLowerInvariant(), counter.StateReason, regency.At(counter.StateSince), counter.Version);

    public static string Wire(PlaceKind kind) => kind switch
    {
        PlaceKind.Hall => "hall",
        PlaceKind.Mobile => "mobile",
        PlaceKind.Kiosk => "kiosk",
        PlaceKind.OnlineDesk => "online-desk",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };
}
