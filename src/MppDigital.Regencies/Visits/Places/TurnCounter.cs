using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Queue;

namespace MppDigital.Regencies.Visits.Places;

/// <summary>Whoever sits at a counter opens it, takes a break or closes it, and says why. Everybody sees it at once.</summary>
/// <param name="State"><c>open</c>, <c>break</c>, <c>closed</c></param>
/// <param name="Reason">For those who wait; needed unless it opens.</param>
public sealed record TurnCounter(StaffMember Staff, Guid Id, string State, string Reason, long? Version);

internal sealed class TurnCounterHandler(IDbContextFactory<RegencyDbContext> contexts, QueueLine queue, CurrentRegency current) : IUseCase<TurnCounter, CounterView>
{
    public async Task<Outcome<CounterView>> HandleAsync(TurnCounter input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Counters.AsNoTracking().SingleOrDefaultAsync(c => c.Id == input.Id && c.Active, ct) is not { } seen) return VisitProblems.UnknownCounter;
        var line = await db.CounterGroups.AsNoTracking().SingleAsync(g => g.Id == seen.GroupId, ct);
        if (!May(input.Staff, line.Agency)) return VisitProblems.NotYourCounter;
        if (!TryState(input.State, out var state)) return VisitProblems.Field("/state", "Pilih open, break, atau closed.");
        if (state != CounterState.Open && (input.Reason.Trim().Length is 0 or > CounterMapping.LongestReason || !UnicodeText.IsPlain(input.Reason))) return VisitProblems.Field("/reason", $"Tulis alasannya untuk yang menunggu, paling banyak {CounterMapping.LongestReason} huruf, misalnya Istirahat sampai 13.00.");
        if (input.Version is null) return VisitProblems.VersionNeeded;
        try
        {
            return await queue.ChangeAsync(seen.PlaceId, change => TurnAsync(change, input, state, line, ct), ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return VisitProblems.Stale(ListPlacesHandler.ViewOf(await db.Counters.AsNoTracking().SingleAsync(c => c.Id == input.Id, ct), line, current.Value));
        }
    }

    /// <summary>The counter's own people, and whoever runs the place.</summary>
    public static bool May(StaffMember staff, string agency) =>
        staff.Is(OfficerRole.Admin) || staff.Seats.Any(s => s.Fits(OfficerRole.Officer, agency) || s.Fits(OfficerRole.Clerk, agency));

    private async Task<Outcome<CounterView>> TurnAsync(QueueChange change, TurnCounter input, CounterState state, CounterGroup line, CancellationToken ct)
    {
        var counter = await change.Db.Counters.SingleAsync(c => c.Id == input.Id, ct);
        if (input.Version != counter.Version) return VisitProblems.Stale(ListPlacesHandler.ViewOf(counter, line, current.Value));
        // Whoever is here or comes back here would wait for a counter that nobody opens.
        var here = change.Tickets.Where(t => t.CounterId == counter.Id && (t.State == TicketState.Called || t.State == TicketState.Serving || t.State == TicketState.Held));
        if (state == CounterState.Closed && await here.OrderBy(t => t.Id).FirstOrDefaultAsync(ct) is { } ticket) return VisitProblems.StillHere(ticket.Number);
        counter.Turn(state, input.Reason.Trim(), input.Staff.Sub, change.Now);
        await AuditTrail.AppendAsync(change.Db, counter.Id.ToString("N"), $"counter-{input.State}", input.Staff.Sub, "{}", change.Now, ct);
        change.TellOf(line.Agency, counter.Label);
        await change.Db.SaveChangesAsync(ct);
        return ListPlacesHandler.ViewOf(counter, line, current.Value);
    }

    private static bool TryState(string text, out CounterState state)
    {
        state = text switch { "open" => CounterState.Open, "break" => CounterState.Break, _ => CounterState.Closed };
        return text is "open" or "break" or "closed";
    }
}
