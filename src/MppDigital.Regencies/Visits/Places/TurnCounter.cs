using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Visits.Places;

/// <summary>Whoever sits at a counter opens it, takes a break or closes it, and says why. Everybody sees it at once.</summary>
/// <param name="State"><c>open</c>, <c>break</c>, <c>closed</c></param>
/// <param name="Reason">For those who wait; needed unless it opens.</param>
public sealed record TurnCounter(StaffMember Staff, Guid Id, string State, string Reason, long? Version);

internal sealed class TurnCounterHandler(IDbContextFactory<RegencyDbContext> contexts, CurrentRegency current, TimeProvider clock) : IUseCase<TurnCounter, CounterView>
{
    public async Task<Outcome<CounterView>> HandleAsync(TurnCounter input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Counters.SingleOrDefaultAsync(c => c.Id == input.Id && c.Active, ct) is not { } counter) return VisitProblems.UnknownCounter;
        var line = await db.CounterGroups.AsNoTracking().SingleAsync(g => g.Id == counter.GroupId, ct);
        // The counter's own people, and whoever runs the place.
        if (!input.Staff.Is(OfficerRole.Admin) && !input.Staff.Seats.Any(s => s.Fits(OfficerRole.Officer, line.Agency) || s.Fits(OfficerRole.Clerk, line.Agency))) return VisitProblems.NotYourCounter;
        if (!TryState(input.State, out var state)) return VisitProblems.Field("/state", "Pilih open, break, atau closed.");
        if (state != CounterState.Open && (input.Reason.Trim().Length is 0 or > CounterMapping.LongestReason || !UnicodeText.IsPlain(input.Reason))) return VisitProblems.Field("/reason", $"Tulis alasannya untuk yang menunggu, paling banyak {CounterMapping.LongestReason} huruf, misalnya Istirahat sampai 13.00.");
        if (input.Version is null) return VisitProblems.VersionNeeded;
        if (input.Version != counter.Version) return VisitProblems.Stale(ListPlacesHandler.ViewOf(counter, line, current.Value));
        var now = clock.GetUtcNow().UtcDateTime;
        counter.Turn(state, input.Reason.Trim(), input.Staff.Sub, now);
        await AuditTrail.AppendAsync(db, counter.Id.ToString("N"), $"counter-{input.State}", input.Staff.Sub, "{}", now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            await transaction.RollbackAsync(ct);
            await using var fresh = await contexts.CreateDbContextAsync(ct);
            return VisitProblems.Stale(ListPlacesHandler.ViewOf(await fresh.Counters.AsNoTracking().SingleAsync(c => c.Id == input.Id, ct), line, current.Value));
        }

        return ListPlacesHandler.ViewOf(counter, line, current.Value);
    }

    private static bool TryState(string text, out CounterState state)
    {
        state = text switch { "open" => CounterState.Open, "break" => CounterState.Break, _ => CounterState.Closed };
        return text is "open" or "break" or "closed";
    }
}
