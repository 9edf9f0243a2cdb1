using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Handoffs;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Documents.Registers;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.LifeEvents;

/// <summary>
/// Starts the clock of an application whose awaited product has been issued, with what the register told beside it. One whose product was refused or withdrawn no longer waits either:
/// the office then has its day to say what is missing.
/// </summary>
internal sealed class SettleWaiting(IDbContextFactory<RegencyDbContext> contexts, LegalDates dates, IServiceCatalog catalog, RegencySecrets secrets, OutboxSignal signal, CurrentRegency current, TimeProvider clock)
{
    /// <returns>False when somebody else changed the file meanwhile: the caller comes again.</returns>
    public async Task<bool> OfAsync(string number, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.LifeEventChildren.SingleOrDefaultAsync(c => c.Number == number && c.Waits != "", ct) is not { } child) return true;
        if (await ApplicationDesk.LoadAsync(db, number, ct) is not { } application) return true;
        var waits = Waiting.Read(child.Waits);
        var siblings = await (from sibling in db.LifeEventChildren
                              where sibling.FilingId == child.FilingId
                              join filed in db.Applications on sibling.ApplicationId equals filed.Id
                              select new { filed.Id, filed.Service, filed.Number, filed.Status }).AsNoTracking().ToDictionaryAsync(s => s.Service, ct);
        var still = waits.Where(w => application.Status.IsOpen() && siblings.TryGetValue(w.Service, out var sibling) && (sibling.Status.IsOpen() || sibling.Status == ApplicationStatus.Approved)).ToList();
        if (still.Count == waits.Count) return true;

        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (_, what, service) in waits.Except(still).Where(w => !w.IsField && siblings[w.Service].Status == ApplicationStatus.Issued))
        {
            foreach (var item in application.Evidence.Where(e => e.Requirement == what && e.State == EvidenceState.Open)) (item.State, item.ConfirmedBy) = (EvidenceState.Confirmed, siblings[service].Number);
        }

        var brought = waits.Except(still).Where(w => w.IsField && siblings[w.Service].Status == ApplicationStatus.Issued).ToList();
        foreach (var from in brought.GroupBy(w => w.Service)) await TakeAsync(db, application, siblings[from.Key].Id, [.. from.Select(w => w.What)], now, ct);
        child.Waits = Waiting.Write(still);
        if (still.Count == 0 && application.Status.IsOpen()) await BeginAsync(db, application, now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        signal.Raise(current.Value.Code);
        return true;
    }

    /// <summary>Answers that the register told with the other product. What the applicant has answered meanwhile stays.</summary>
    private async Task TakeAsync(RegencyDbContext db, Application application, Guid from, IReadOnlyList<string> fields, DateTime now, CancellationToken ct)
    {
        var told = await OrderProduct.FactsAsync(db, secrets, from, ct);
        var sibling = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == from, ct);
        var tells = catalog.Find(sibling.Service, sibling.CatalogVersion)!.Definition.Product.IssuedBy?.Tells ?? [];
        var answers = JsonNode.Parse(secrets.OpenAnswers(application.Answers))!.AsObject();
        var taken = tells.Where(t => fields.Contains(t.Field) && answers[t.Field] is null && told.ContainsKey(t.Fact)).ToList();
        foreach (var fact in taken) answers[fact.Field] = JsonNode.Parse(told[fact.Fact].GetRawText());
        if (taken.Count == 0) return;
        application.Learn(secrets.SealAnswers(answers.ToJsonString()), taken.Select(t => t.Field), now);
        FiledSubject.Renew(application, catalog.Find(application.Service, application.CatalogVersion)!.Definition, answers, secrets);
    }

    private async Task BeginAsync(RegencyDbContext db, Application application, DateTime now, CancellationToken ct)
    {
        if (application.CompleteAt is not null) return;
        if (catalog.Find(application.Service, application.CatalogVersion) is { Definition.DecidedHere: false }) db.Outbox.Add(PassOn.RowFor(application, now));
        if (application.Evidence.All(e => e.State != EvidenceState.Open))
        {
            application.Complete("sources", ActorKind.System, now, now);
            await dates.SetDeadlineAsync(db, application, ct);
            await AuditTrail.AppendAsync(db, application.Number, "application-completed", "system", "{}", now, ct);
        }
        else if (application.Status != ApplicationStatus.Returned)
        {
            await dates.StartDeclaringAsync(db, application, now, ct);
        }

        await RaiseFigures.ByAsync(db, 0, 0, 0, 0, ct);
        db.Outbox.Add(new OutboxRow(SendFigures.Kind, "{}", now));
    }
}
