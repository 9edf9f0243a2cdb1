using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.National.LifeEvents;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.LifeEvents;

/// <summary>Files every application of a life event in one transaction: all of them or none. The same key files them once, however often it is sent.</summary>
/// <param name="Data">Answers of the common form, the questions included.</param>
/// <param name="Documents">Uploads by requirement of the common form.</param>
/// <param name="Draft">The draft this came from; removed in the same transaction.</param>
public sealed record SubmitLifeEvent(Applicant Applicant, string IdempotencyKey, string Event, JsonElement Data, IReadOnlyList<GivenDocument> Documents, Guid? Draft);

/// <param name="Number">Follows all applications; each has a number of its own besides.</param>
/// <param name="Secret">Shown once; opens this number and those of the applications.</param>
public sealed record LifeEventReceipt(string Number, string Secret, string Event, IReadOnlyList<FiledPart> Applications)
{
    public override string ToString() => $"receipt {Number}";
}

/// <param name="WaitsFor">Services whose product it waits for; its clock starts then.</param>
public sealed record FiledPart(string Number, string Service, string Status, DateTimeOffset? CompleteAt, DateOnly? DueOn, int CatalogVersion, IReadOnlyList<string> WaitsFor);

internal sealed class SubmitLifeEventHandler(
    IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, LifeEventBook book, IServiceCatalog catalog, WeighLifeEvent weigh, FileApplication files, RegencySecrets secrets,
    Idempotency idempotency, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IUseCase<SubmitLifeEvent, LifeEventReceipt>
{
    public async Task<Outcome<LifeEventReceipt>> HandleAsync(SubmitLifeEvent input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await LocalEvent.FindAsync(db, book, catalog, input.Event, current.Value, ct) is not { } local) return Problems.UnknownEvent;
        if (local.Closed is { } refusal) return refusal;
        var bodyHash = Idempotency.HashOf(JsonSerializer.Serialize(new { input.Event, input.Data, input.Documents }));
        if (await idempotency.FindAsync<LifeEventReceipt>(db, input.Applicant.Sub, input.IdempotencyKey, bodyHash, ct) is { } repeated) return repeated;

        var now = clock.GetUtcNow().UtcDateTime;
        var weighed = await weigh.OfAsync(db, input, local, now, ct);
        if (!weighed.Succeeded) return weighed.Problem;
        try
        {
            return await FileAsync(db, input, weighed.Value, bodyHash, now, ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Lost a race: against the same key, whose answer counts, or against the first number of a year, which is simply tried again.
            db.ChangeTracker.Clear();
            return await idempotency.FindAsync<LifeEventReceipt>(db, input.Applicant.Sub, input.IdempotencyKey, bodyHash, ct)
                ?? await FileAsync(db, input, [.. weighed.Value.Select(w => w with { Evidence = [.. w.Evidence.Select(e => e.Again())] })], bodyHash, now, ct);
        }
    }

    private async Task<Outcome<LifeEventReceipt>> FileAsync(RegencyDbContext db, SubmitLifeEvent input, IReadOnlyList<WeighedPart> parts, string bodyHash, DateTime now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // All numbers first: the first of a year saves, and nothing else may be half there then.
        var number = await files.NextNumberAsync(db, now, ct);
        var numbers = new List<string>();
        foreach (var part in parts) numbers.Add(await files.NextNumberAsync(db, now, ct));

        var (secret, sub) = (Crockford.New(12), input.Applicant.Sub);
        var filing = new LifeEventFiling { Number = number, Event = input.Event, Sub = sub, SecretHash = secrets.SecretHash(number, secret), FiledAt = now };
        db.LifeEventFilings.Add(filing);
        await AuditTrail.AppendAsync(db, number, "life-event-submitted", sub, "{}", now, ct);
        var filed = new List<FiledPart>();
        foreach (var (part, own) in parts.Zip(numbers))
        {
            var waits = Waiting.Of(part.Bundled);
            var application = await files.AddAsync(db, new FileToOpen(input.Applicant, part.Offered, part.Answers, part.Evidence, own, secret, waits.Count > 0), now, ct);
            db.LifeEventChildren.Add(new LifeEventChild { ApplicationId = application.Id, FilingId = filing.Id, Number = own, Service = application.Service, Waits = Waiting.Write(waits) });
            filed.Add(new FiledPart(own, application.Service, application.Status.Wire(), current.Value.At(application.CompleteAt), application.DueOn, application.CatalogVersion, [.. waits.Select(w => w.Service).Distinct()]));
        }

        if (input.Draft is { } draft) await db.Drafts.Where(d => d.Id == draft && d.Sub == sub).ExecuteDeleteAsync(ct);
        db.Outbox.Add(new OutboxRow(SendFigures.Kind, "{}", now));
        var receipt = new LifeEventReceipt(number, secret, input.Event, filed);
        idempotency.Keep(db, sub, input.IdempotencyKey, bodyHash, receipt, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise(current.Value.Code);
        return receipt;
    }
}
