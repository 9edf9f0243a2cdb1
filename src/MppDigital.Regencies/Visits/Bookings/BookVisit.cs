using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Contacts;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Brokers;
using MppDigital.Regencies.Visits.Slots;

namespace MppDigital.Regencies.Visits.Bookings;

/// <summary>Takes a time for one person and one service. The same key books once, however often it is sent.</summary>
/// <param name="Slot">As <see cref="ReadSlots"/> named it.</param>
public sealed record BookVisit(Applicant Applicant, string IdempotencyKey, string Service, string Slot, BookingSource Source)
{
    public VisitPriority Priority { get; init; }

    /// <summary>Number of the application that it is about; empty for none.</summary>
    public string Application { get; init; } = "";
}

internal sealed class BookVisitHandler(
    IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, IServiceCatalog catalog, FindSlot slots, SlotLedger ledger, BookingTraces traces, VisitViews views, Idempotency idempotency,
    RegencySecrets secrets, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IUseCase<BookVisit, VisitView>
{
    public async Task<Outcome<VisitView>> HandleAsync(BookVisit input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await OfferedService.FindAsync(db, catalog, input.Service, ct) is not { } offered) return VisitProblems.UnknownService;
        if (current.Value.Stage != RegencyStage.Live) return VisitProblems.NotLive;
        if (!offered.Active) return VisitProblems.ServiceNotOffered;
        if (!Enum.IsDefined(input.Priority)) return VisitProblems.Field("/priority", "Pilih none, elderly, disabled, atau pregnant.");
        var actor = input.Applicant.Actor;
        var bodyHash = Idempotency.HashOf(JsonSerializer.Serialize(new { visit = offered.Definition.Code, input.Slot, input.Priority, input.Application, For = input.Applicant.By?.Mandate }));
        if (await idempotency.FindAsync<VisitView>(db, actor, input.IdempotencyKey, bodyHash, ct) is { } repeated) return repeated;

        var now = clock.GetUtcNow().UtcDateTime;
        var found = await slots.ForAsync(db, offered.Definition, input.Slot, now, ct);
        if (!found.Succeeded) return found.Problem;
        var (sub, number, service) = (input.Applicant.Sub, input.Application, offered.Definition.Code);
        if (number.Length > 0 && !await db.Applications.AnyAsync(a => a.Number == number && a.Sub == sub && a.Service == service, ct)) return VisitProblems.UnknownApplication;
        var slot = await ledger.EnsureAsync(db, found.Value.Plan, ct);
        try
        {
            return await BookAsync(db, input, service, found.Value, slot, bodyHash, now, ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Lost a race against the same key, whose answer counts; or there is an open visit, which the index says.
            db.ChangeTracker.Clear();
            return await idempotency.FindAsync<VisitView>(db, actor, input.IdempotencyKey, bodyHash, ct) ?? VisitProblems.AlreadyBooked;
        }
    }

    private async Task<Outcome<VisitView>> BookAsync(RegencyDbContext db, BookVisit input, string service, OpenSlot open, Guid slot, string bodyHash, DateTime now, CancellationToken ct)
    {
        var (applicant, plan) = (input.Applicant, open.Plan);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // First the ledger: of two hundred who come for the last place, all but one are gone after one statement.
        if (!await SlotLedger.BookAsync(db, slot, open.Minutes, open.OpenPercent, ct)) return open.Full;
        var nik = secrets.NikLookup(applicant.Nik);
        var visit = Visit.Book(new VisitBooking(plan.Place.Place.Id, plan.Line.Group.Id, slot, service, plan.Day, plan.StartsAt, open.Minutes, VisitOrigin.Online, now)
        {
            Code = Crockford.New(8),
            NikLookup = nik,
            Nik = secrets.SealNik(applicant.Nik),
            Name = secrets.SealName(applicant.Name),
            OpenKey = OpenVisit.KeyOf(secrets, nik, service, plan.Day),
            Sub = applicant.Sub,
            Application = input.Application,
            Mandate = applicant.By?.Mandate,
            ActedBy = applicant.By?.Sub,
            ActedByName = applicant.By is { } by ? secrets.SealName(by.Name) : [],
            Priority = input.Priority,
        });
        await AuditTrail.AppendAsync(db, visit.Id.ToString("N"), "visit-booked", applicant.Actor, ActingDetail.Of(applicant.By?.Mandate), now, ct);
        var today = DateOnly.FromDateTime(current.Value.At(now).Date);
        var facts = traces.FactsOf(applicant, input.Source, plan.Day);
        if (await BookingRules.RefusalAsync(db, facts, today, now, ct) is { } refusal) return refusal;

        db.Visits.Add(visit);
        traces.Add(db, visit, BookingAct.Booked, applicant, input.Source, now);
        await KeepContact.ApplyAsync(db, secrets, applicant.Sub, applicant.Phone, applicant.Email, now, ct);
        if (applicant.By is { } proxy) db.Outbox.Add(TellMandateUse.Row(proxy.Mandate, visit.Code, service, "visit-booked", now));
        if (WatchBrokers.Row(facts, visit.Id, now) is { } watch) db.Outbox.Add(watch);
        db.Outbox.Add(VisitChanged.Row(visit, VisitNews.Booked, now));
        db.Outbox.AddRange(VisitChanged.Reminders(visit, current.Value.Zone, now));
        await db.SaveChangesAsync(ct);
        var view = await views.OfAsync(db, visit, ct);
        idempotency.Keep(db, applicant.Actor, input.IdempotencyKey, bodyHash, view, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise(current.Value.Code);
        return view;
    }
}

/// <summary>What makes a visit the only open one of its kind.</summary>
internal static class OpenVisit
{
    public static string KeyOf(RegencySecrets secrets, string nikLookup, string service, DateOnly day) => secrets.Cipher.Lookup("open-visit", $"{nikLookup}:{service}:{day:yyyy-MM-dd}");
}
