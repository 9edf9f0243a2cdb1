using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>What stands on the board of a hall.</summary>
public sealed record ReadBoard(Guid Place);

/// <param name="Last">Number of the last event that this picture knows; a display follows from there.</param>
/// <param name="Calls">The last calls, newest first.</param>
/// <param name="Counters">Those at work or on a break.</param>
/// <param name="Next">The first of all lines, whoever is due first before the others.</param>
public sealed record BoardView(Guid Place, string PlaceName, DateTimeOffset At, long Last, IReadOnlyList<BoardCall> Calls, IReadOnlyList<BoardCounter> Counters, IReadOnlyList<BoardNext> Next);

public sealed record BoardCall(string Number, string Counter, string Agency, DateTimeOffset At);

/// <param name="Number">Null while nobody is there.</param>
/// <param name="State"><c>open</c> or <c>break</c>.</param>
public sealed record BoardCounter(string Label, string Agency, string? Number, string State, string Reason);

public sealed record BoardNext(string Number, string Agency);

internal sealed class ReadBoardHandler(IDbContextFactory<RegencyDbContext> contexts, CurrentRegency current, TimeProvider clock) : IUseCase<ReadBoard, BoardView>
{
    private const int ShownCalls = 4;
    private const int ShownNext = 8;

    public async Task<Outcome<BoardView>> HandleAsync(ReadBoard input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Places.AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.Place && p.Active, ct) is not { } place) return Problems.UnknownPlace;
        var now = clock.GetUtcNow().UtcDateTime;
        var today = StaffDirectory.DayOf(now, current.Value);
        // Before the rest: what happens while that is read comes once more over the stream, and is not lost.
        var last = await db.QueueHeads.Where(h => h.PlaceId == place.Id).Select(h => h.LastEvent).SingleOrDefaultAsync(ct);
        var midnight = TimeZoneInfo.ConvertTimeToUtc(today.ToDateTime(TimeOnly.MinValue), current.Value.Zone);
        var calls = await db.QueueEvents.AsNoTracking().Where(e => e.PlaceId == place.Id && e.Kind == QueueEventKind.Called && e.At >= midnight).OrderByDescending(e => e.Sequence).Take(ShownCalls).ToListAsync(ct);
        var groups = await db.CounterGroups.AsNoTracking().Where(g => g.PlaceId == place.Id).Take(100).ToDictionaryAsync(g => g.Id, ct);
        var counters = await db.Counters.AsNoTracking().Where(c => c.PlaceId == place.Id && c.Active && c.State != CounterState.Closed).Take(200).ToListAsync(ct);
        var present = await db.Tickets.AsNoTracking().Where(t => t.PlaceId == place.Id && t.Day == today && t.State != TicketState.Served && t.State != TicketState.NoShow).Take(2000).ToListAsync(ct);
        return new BoardView(
            place.Id, place.Name, Local(now), last,
            [.. calls.Select(c => new BoardCall(c.Number, c.Counter, c.Agency, Local(c.At)))],
            [.. counters.Select(c => new BoardCounter(c.Label, groups[c.GroupId].Agency, present.SingleOrDefault(t => t.CounterId == c.Id && t.State.IsAtCounter())?.Number, c.State.ToString().ToLowerInvariant(), c.StateReason)).OrderBy(c => c.Label.Length).ThenBy(c => c.Label, StringComparer.Ordinal)],
            [.. QueueOrder.InOrder(present.Where(t => t.State.IsWaiting())).Take(ShownNext).Select(t => new BoardNext(t.Number, groups[t.GroupId].Agency))]);
    }

    private DateTimeOffset Local(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(utc, TimeSpan.Zero), current.Value.Zone);
}
