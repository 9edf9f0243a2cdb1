using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Bookings;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>At the kiosk: whoever booked shows the code, or types the NIK, and gets a number.</summary>
/// <param name="Place">Where the kiosk stands.</param>
/// <param name="Typed">The eight characters of the booking, what the scanner read of its QR, or the 16 digits of the NIK.</param>
public sealed record CheckInAtKiosk(Guid Place, string Typed);

/// <summary>On the phone: the person whose visit it is, or who comes for them under a mandate, says that they are here.</summary>
public sealed record CheckInVisit(string Sub, Guid Visit);

internal sealed class CheckInVisitHandler(IDbContextFactory<RegencyDbContext> contexts, QueueLine line, IssueTicket issue, VisitOwners owners, RegencySecrets secrets, CurrentRegency current, TimeProvider clock)
    : IUseCase<CheckInAtKiosk, TicketSlip>, IUseCase<CheckInVisit, TicketSlip>
{
    public async Task<Outcome<TicketSlip>> HandleAsync(CheckInAtKiosk input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = StaffDirectory.DayOf(clock.GetUtcNow().UtcDateTime, current.Value);
        var here = db.Visits.AsNoTracking().Where(v => v.PlaceId == input.Place && v.Day == today && v.State != VisitState.Cancelled && v.State != VisitState.CalledOff);
        var typed = input.Typed.Trim();
        Visit? visit;
        if (typed.Length == 16 && typed.All(char.IsAsciiDigit))
        {
            // Of several bookings of one day the one that is due first and still open.
            var lookup = secrets.NikLookup(typed);
            visit = (await here.Where(v => v.NikLookup == lookup).Take(20).ToListAsync(ct)).OrderBy(v => v.State == VisitState.Booked ? 0 : 1).ThenBy(v => v.StartsAt).FirstOrDefault();
        }
        else if (VisitPass.TryRead(typed, out var id))
        {
            visit = await here.SingleOrDefaultAsync(v => v.Id == id, ct);
            // Drawn for an earlier time of the same visit, or by somebody else: void.
            if (visit is not null && !VisitPass.Fits(secrets, visit, typed)) visit = null;
        }
        else
        {
            var code = Crockford.Normalise(typed);
            visit = code is null ? null : await here.SingleOrDefaultAsync(v => v.Code == code, ct);
        }

        return visit is null ? Problems.UnknownCode : await AddAsync(visit.PlaceId, visit.Id, ct);
    }

    public async Task<Outcome<TicketSlip>> HandleAsync(CheckInVisit input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await owners.FindAsync(db, input.Sub, input.Visit, ct) is not { } visit) return Problems.UnknownVisit;
        return visit.Day == StaffDirectory.DayOf(clock.GetUtcNow().UtcDateTime, current.Value) ? await AddAsync(visit.PlaceId, visit.Id, ct) : Problems.AnotherDay(visit.Day);
    }

    private Task<Outcome<TicketSlip>> AddAsync(Guid place, Guid id, CancellationToken ct) => line.ChangeAsync<TicketSlip>(place, async change =>
    {
        var db = change.Db;
        var visit = await db.Visits.SingleAsync(v => v.Id == id, ct);
        if (await db.Tickets.AsNoTracking().SingleOrDefaultAsync(t => t.VisitId == id, ct) is { } held) return Problems.CheckedIn(held.Number);
        if (visit.State != VisitState.Booked) return Problems.UnknownCode;
        var group = await db.CounterGroups.SingleAsync(g => g.Id == visit.GroupId, ct);
        var hall = await db.Places.SingleAsync(p => p.Id == place, ct);
        // Somebody comes in another's place: who gave the mandate sees it with every other use.
        if (visit.Mandate is { } mandate) db.Outbox.Add(TellMandateUse.Row(mandate, visit.Code, visit.Service, "visit-checked-in", change.Now));
        return await issue.AddAsync(change, hall, group, visit.Service, visit, visit.Priority != VisitPriority.None, ct);
    }, ct);
}
