using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>What an officer sees at a counter.</summary>
/// <param name="Current">The number that is called or served here now.</param>
/// <param name="Held">Sent to fetch something, coming back here.</param>
/// <param name="Next">The first of the line as they would be called.</param>
/// <param name="Waiting">How many wait for this counter's line.</param>
/// <param name="LongestMinutes">How long the one has waited who came first.</param>
/// <param name="Missed">Did not come when called today, newest first: one who comes late can join again.</param>
/// <param name="Served">How many this counter has served today.</param>
/// <param name="Lines">Where a number can be sent on to: id of the line, letter and agency.</param>
/// <param name="CounterVersion">Of the counter itself, for opening and closing it.</param>
/// <param name="Reason">Why it is not open; empty while it is.</param>
/// <param name="Breaks">When those who sit here mean to be away, such as <c>10.00-10.15, 12.00-12.45</c>.</param>
public sealed record DeskView(
    Guid Counter, string Label, string Agency, Guid Place, string PlaceName, string State, TicketView? Current, IReadOnlyList<TicketView> Held, IReadOnlyList<TicketView> Next,
    int Waiting, int LongestMinutes, IReadOnlyList<TicketView> Missed, int Served, IReadOnlyList<DeskLine> Lines, long CounterVersion, string Reason, string Breaks);

/// <param name="State">Kebab-case: <c>waiting</c>, <c>called</c>, <c>held</c>, <c>serving</c>, <c>served</c>, <c>no-show</c>, <c>transferred</c>.</param>
public sealed record TicketView(Guid Id, string Number, string Service, string State, bool Booked, bool Priority, DateTimeOffset ArrivedAt, int Calls, long Version);

public sealed record DeskLine(Guid Id, string Letter, string Agency);

/// <param name="State"><c>open</c>, <c>break</c> or <c>closed</c>.</param>
public sealed record DeskChoice(Guid Counter, string Label, string Agency, string PlaceName, string State, bool Mine);

/// <summary>A counter with all that its line needs to know.</summary>
internal sealed record Desk(Counter Counter, CounterGroup Group, Place Place);

internal sealed class Desks(IDbContextFactory<RegencyDbContext> contexts, CurrentRegency current)
{
    private const int Shown = 10;

    public async Task<Outcome<Desk>> FindAsync(StaffMember staff, Guid counter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await LoadAsync(db, counter, ct) is not { } desk) return Problems.UnknownCounter;
        return Fits(staff, desk.Group.Agency) ? desk : Problems.NotYourCounter;
    }

    public static async Task<Desk?> LoadAsync(RegencyDbContext db, Guid counter, CancellationToken ct)
    {
        var row = await (
            from c in db.Counters
            join g in db.CounterGroups on c.GroupId equals g.Id
            join p in db.Places on c.PlaceId equals p.Id
            where c.Id == counter && c.Active
            select new { c, g, p }).SingleOrDefaultAsync(ct);
        return row is null ? null : new Desk(row.c, row.g, row.p);
    }

    /// <summary>Counters are worked by clerks and officers of the agency.</summary>
    public static bool Fits(StaffMember staff, string agency) => staff.Seats.Any(s => s.Role is OfficerRole.Clerk or OfficerRole.Officer && (s.Agency.Length == 0 || s.Agency == agency));

    public async Task<DeskView> ViewAsync(RegencyDbContext db, Desk desk, DateTime now, CancellationToken ct)
    {
        var today = StaffDirectory.DayOf(now, current.Value);
        var tickets = await db.Tickets.AsNoTracking().Where(t => t.PlaceId == desk.Place.Id && t.Day == today && (t.GroupId == desk.Group.Id || t.CounterId == desk.Counter.Id)).Take(2000).ToListAsync(ct);
        var waiting = QueueOrder.Unfold(tickets.Where(t => IsFor(t, desk)), RecentLanes(tickets, desk.Group.Id));
        var lines = await db.CounterGroups.AsNoTracking().Where(g => g.PlaceId == desk.Place.Id).OrderBy(g => g.Letter).Take(50).Select(g => new DeskLine(g.Id, g.Letter, g.Agency)).ToListAsync(ct);
        var own = tickets.Where(t => t.CounterId == desk.Counter.Id).ToList();
        return new DeskView(
            desk.Counter.Id, desk.Counter.Label, desk.Group.Agency, desk.Place.Id, desk.Place.Name, desk.Counter.State.ToString().ToLowerInvariant(),
            own.SingleOrDefault(t => t.State.IsAtCounter()) is { } at ? View(at) : null,
            [.. own.Where(t => t.State == TicketState.Held).OrderBy(t => t.LastCalledAt).Select(View)],
            [.. waiting.Take(Shown).Select(View)],
            waiting.Count,
            waiting.Count == 0 ? 0 : (int)(now - waiting.Min(t => t.ArrivedAt)).TotalMinutes,
            [.. tickets.Where(t => t.State == TicketState.NoShow && t.GroupId == desk.Group.Id).OrderByDescending(t => t.EndedAt).Take(Shown).Select(View)],
            own.Count(t => t.State == TicketState.Served),
            lines,
            desk.Counter.Version, desk.Counter.StateReason, desk.Counter.Breaks);
    }

    public TicketView View(Ticket t) =>
        new(t.Id, t.Number, t.Service, NameOf(t.State), t.VisitId is not null, t.Priority, TimeZoneInfo.ConvertTime(new DateTimeOffset(t.ArrivedAt, TimeSpan.Zero), current.Value.Zone), t.Calls, t.Version);

    public static string NameOf(TicketState state) => state == TicketState.NoShow ? "no-show" : state.ToString().ToLowerInvariant();

    public static bool IsFor(Ticket t, Desk desk) => t.State.IsWaiting() && t.GroupId == desk.Group.Id && (t.CounterId is null || t.CounterId == desk.Counter.Id);

    public static IEnumerable<bool> RecentLanes(IEnumerable<Ticket> tickets, Guid group) =>
        tickets.Where(t => t.GroupId == group && t.CalledAt is not null).OrderByDescending(t => t.CalledAt).ThenByDescending(t => t.Id).Take(QueueOrder.PriorityEvery - 1).Select(t => t.Priority);
}
