using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Brokers;

namespace MppDigital.Regencies.Visits.Bookings;

/// <summary>A person's visits, the next first; those that were booked for them by others too.</summary>
public sealed record ListMyVisits(string Sub, string NikOrEmpty)
{
    /// <summary>The person as the login vouches for them; null where only the visits are wanted.</summary>
    public Applicant? Person { get; init; }

    public BookingSource Source { get; init; } = BookingSource.Unknown;

    /// <summary>Without personal data: inputs of use cases end up in logs.</summary>
    public override string ToString() => $"visits of {Sub}";
}

/// <param name="BlockedUntil">Until when this person cannot book because they often did not come; null for nearly all.</param>
/// <param name="AppealSent">An explanation waits for an officer.</param>
public sealed record MyVisits(IReadOnlyList<VisitView> Open, IReadOnlyList<VisitView> Past, DateOnly? BlockedUntil, bool AppealSent)
{
    /// <summary>What cannot book because somebody confirmed it to be a broker's: <c>phone</c>, <c>device</c>, <c>proxy</c>, <c>person</c>; empty where it is missed visits or nothing at all.</summary>
    public string BlockedHand { get; init; } = "";
}

/// <summary>One of them.</summary>
public sealed record ReadVisit(string Sub, Guid Id);

internal sealed class ListMyVisitsHandler(IDbContextFactory<RegencyDbContext> contexts, VisitOwners owners, BookingTraces traces, VisitViews views, RegencySecrets secrets, CurrentRegency current, TimeProvider clock)
    : IUseCase<ListMyVisits, MyVisits>, IUseCase<ReadVisit, VisitView>
{
    private const int MostShown = 50;

    public async Task<Outcome<MyVisits>> HandleAsync(ListMyVisits input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var visits = await db.Visits.AsNoTracking().Where(v => v.Sub == input.Sub).OrderByDescending(v => v.StartsAt).ThenBy(v => v.Id).Take(MostShown).ToListAsync(ct);
        var all = await views.OfAsync(db, visits, ct);
        var today = DateOnly.FromDateTime(current.Value.At(clock.GetUtcNow().UtcDateTime).Date);
        DateOnly? blocked = null;
        var (appealed, hand) = (false, "");
        if (input.NikOrEmpty.Length > 0)
        {
            var nik = secrets.NikLookup(input.NikOrEmpty);
            blocked = await BookingRules.BlockAsync(db, nik, today, ct);
            if (input.Person is { } person && (await HandBlocks.FindAsync(db, traces.FactsOf(person, input.Source, today), today, ct) ?? await HandBlocks.FindAsync(db, traces.AsProxy(person, today), today, ct)) is { } closed) (blocked, hand) = (closed.Until, closed.Kind.ToString().ToLowerInvariant());
            appealed = blocked is not null && await db.VisitAppeals.AnyAsync(a => a.NikLookup == nik && a.AnsweredAt == null, ct);
        }

        var open = visits.Where(v => v.IsOpen && v.Day >= today).Select(v => v.Id).ToHashSet();
        return new MyVisits([.. all.Where(v => open.Contains(v.Id)).OrderBy(v => v.StartsAt)], [.. all.Where(v => !open.Contains(v.Id))], blocked, appealed) { BlockedHand = hand };
    }

    public async Task<Outcome<VisitView>> HandleAsync(ReadVisit input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await owners.FindAsync(db, input.Sub, input.Id, ct) is { } visit ? await views.OfAsync(db, visit, ct) : VisitProblems.UnknownVisit;
    }
}
