using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Regencies.Visits.Slots;

namespace MppDigital.Regencies.Visits.Places;

/// <summary>A place is shut, or keeps other hours, on some days. Whoever has booked for a time that falls away is told at once, and it counts against nobody.</summary>
/// <param name="Open">Spans that stay open; empty: shut all day.</param>
/// <param name="IdempotencyKey">The same key closes once.</param>
public sealed record ClosePlace(StaffMember Staff, Guid Place, DateOnly? From, DateOnly? Until, string Open, string Reason, string IdempotencyKey);

/// <param name="CalledOff">Visits that were called off and whose people are told.</param>
public sealed record PlaceClosed(Guid Id, int CalledOff);

/// <summary>Taken back; what was called off stays so.</summary>
public sealed record ReopenPlace(StaffMember Staff, Guid Place, Guid Closure);

internal sealed class ClosePlaceHandler(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, Idempotency idempotency, Remeasure remeasure, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IUseCase<ClosePlace, PlaceClosed>, IUseCase<ReopenPlace, Done>
{
    private const int MostDays = 366;

    public async Task<Outcome<PlaceClosed>> HandleAsync(ClosePlace input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return VisitProblems.WrongRole;
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(current.Value.At(now).Date);
        if (FaultsOf(input, today) is { Count: > 0 } faults) return VisitProblems.Invalid(faults);
        DayHours.TryRead(input.Open, out var spans);
        var (from, until) = (input.From!.Value, input.Until ?? input.From.Value);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var body = Idempotency.HashOf(JsonSerializer.Serialize(new { closure = input.Place, from, until, input.Open, input.Reason }));
        if (await idempotency.FindAsync<PlaceClosed>(db, input.Staff.Sub, input.IdempotencyKey, body, ct) is { } repeated) return repeated;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await db.Places.AnyAsync(p => p.Id == input.Place, ct)) return VisitProblems.UnknownPlace;
        var closure = new PlaceClosure { PlaceId = input.Place, From = from, Until = until, Open = DayHours.Text(spans), Reason = input.Reason.Trim(), By = input.Staff.Sub, At = now };
        db.PlaceClosures.Add(closure);
        await AuditTrail.AppendAsync(db, input.Place.ToString("N"), "place-closed", input.Staff.Sub, $$"""{"from":"{{from:yyyy-MM-dd}}","until":"{{until:yyyy-MM-dd}}"}""", now, ct);
        var booked = await db.Visits.Where(v => v.PlaceId == input.Place && v.State == VisitState.Booked && v.Day >= from && v.Day <= until && v.StartsAt > now).OrderBy(v => v.SlotId).ToListAsync(ct);
        var falling = booked.Where(v => !spans.Any(s => s.From <= TimeOf(v) && TimeOf(v) < s.Until)).ToList();
        foreach (var visit in falling)
        {
            await SlotLedger.GiveBackAsync(db, visit.SlotId, visit.Minutes, visit.Origin == VisitOrigin.Online, ct);
            visit.CallOff(now);
            db.Outbox.Add(VisitChanged.Row(visit, VisitNews.CalledOff, now));
        }

        var closed = new PlaceClosed(closure.Id, falling.Count);
        idempotency.Keep(db, input.Staff.Sub, input.IdempotencyKey, body, closed, now);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || engine.IsDuplicate(e))
        {
            // Somebody checked in or cancelled at the same moment, or the key came twice: nothing has happened yet, so it may simply be sent again.
            return VisitProblems.Busy;
        }

        await remeasure.SlotsAsync(db, input.Place, now, ct);
        await transaction.CommitAsync(ct);
        signal.Raise(current.Value.Code);
        return closed;
    }

    public async Task<Outcome<Done>> HandleAsync(ReopenPlace input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return VisitProblems.WrongRole;
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.PlaceClosures.SingleOrDefaultAsync(c => c.Id == input.Closure && c.PlaceId == input.Place, ct) is not { } closure) return VisitProblems.UnknownPlace;
        db.Remove(closure);
        await AuditTrail.AppendAsync(db, input.Place.ToString("N"), "place-reopened", input.Staff.Sub, "{}", now, ct);
        await db.SaveChangesAsync(ct);
        await remeasure.SlotsAsync(db, input.Place, now, ct);
        await transaction.CommitAsync(ct);
        return new Done();
    }

    private TimeOnly TimeOf(Visit visit) => TimeOnly.FromDateTime(current.Value.At(visit.StartsAt).DateTime);

    private static Dictionary<string, string[]> FaultsOf(ClosePlace input, DateOnly today)
    {
        var faults = new Dictionary<string, string[]>();
        if (input.From is not { } from || from < today) faults["/from"] = ["Tulis hari pertama, hari ini atau sesudahnya."];
        else if (input.Until < from || input.Until > from.AddDays(MostDays)) faults["/until"] = ["Tulis hari terakhir yang tidak sebelum hari pertama, paling lama satu tahun."];
        if (!DayHours.TryRead(input.Open, out _)) faults["/open"] = ["Tulis jam yang tetap buka, misalnya 08.00-11.00, atau kosongkan bila tutup sehari penuh."];
        if (input.Reason.Trim().Length is 0 or > PlaceClosureMapping.LongestReason || !UnicodeText.IsPlain(input.Reason)) faults["/reason"] = [$"Tulis alasannya untuk warga, paling banyak {PlaceClosureMapping.LongestReason} huruf."];
        return faults;
    }
}
