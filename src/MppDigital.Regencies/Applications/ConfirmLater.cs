using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors.Facts;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Secrets;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>
/// A register was silent when a file came in. It is asked again until it answers or an officer has declared the file complete; what it then
/// confirms counts from that moment. It confirms nothing where the applicant wrote something else meanwhile: that an officer looks at.
/// </summary>
internal sealed class ConfirmLater(
    IDbContextFactory<RegencyDbContext> contexts, IFactSource registers, IServiceCatalog catalog, RegencySecrets secrets, LegalDates dates, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IOutboxHandler
{
    public const string Kind = "confirm-later";

    string IOutboxHandler.Kind => Kind;

    bool IOutboxHandler.AsksOthers => true;

    public static OutboxRow RowFor(Application application, DateTime now) => new(Kind, JsonSerializer.Serialize(new Payload(application.Id)), now);

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var id = JsonSerializer.Deserialize<Payload>(payload)!.Application;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var file = await db.Applications.AsNoTracking().Include(a => a.Evidence).SingleAsync(a => a.Id == id, ct);
        if (OpenOf(file) is not { Count: > 0 } open) return;
        var service = catalog.Find(file.Service, file.CatalogVersion)!.Definition;
        // Outside any transaction: a register that thinks must not hold up whoever writes.
        var answers = await AskAsync(secrets.OpenNik(file.Nik), open, ct);
        var confirmed = open.Where(source => answers[registers.QuestionFor(source)!] is FactAnswer.Found found && found.Facts.Confirms(source) && Agrees(service, found, file)).ToHashSet(StringComparer.Ordinal);
        if (confirmed.Count > 0) await ConfirmAsync(file.Number, service, confirmed, ct);
        var silent = answers.Count(a => a.Value is FactAnswer.Unavailable);
        if (silent > 0) throw new InvalidOperationException($"{silent} registers are still silent about {file.Number}. They are asked again.");
    }

    /// <summary>Sources of what is still open; none where an officer has declared the file complete, or where it ended.</summary>
    private List<string> OpenOf(Application file) =>
        file.CompleteAt is not null || !file.Status.IsOpen() ? [] : [.. file.Evidence.Where(e => e.State == EvidenceState.Open && registers.QuestionFor(e.Source) is not null).Select(e => e.Source).Distinct()];

    private async Task<Dictionary<string, FactAnswer>> AskAsync(string nik, IEnumerable<string> sources, CancellationToken ct)
    {
        var questions = sources.Select(s => registers.QuestionFor(s)!).Distinct().ToList();
        var answers = await Task.WhenAll(questions.Select(q => registers.AskAsync(new FactRequest(q, nik, current.Value.Code), ct)));
        return questions.Zip(answers).ToDictionary(p => p.First, p => p.Second);
    }

    /// <summary>Every field that this register answers says what the applicant wrote.</summary>
    private bool Agrees(ServiceDefinition service, FactAnswer.Found found, Application file)
    {
        var written = JsonNode.Parse(secrets.OpenAnswers(file.Answers))!.AsObject();
        return service.FormFields.Where(f => f is { Prefilled: true, Editable: false, Source: not null } && registers.QuestionFor(f.Source) == found.Source).All(field =>
        {
            if (found.Facts.ValueFor(field.Source!, field.Name) is not { } told || JsonNode.Parse(told.GetRawText()) is not { } node) return true;
            var held = new HeldFacts([new HeldFact(field.Name, node, found.Source, found.AsOf)], []).ValueFor(field);
            return held is null || Says(written[field.Name], held);
        });
    }

    /// <summary>The same, however it is written; whoever wrote more than the register knows has not contradicted it.</summary>
    private static bool Says(JsonNode? written, JsonNode held) => (written, held) switch
    {
        (JsonObject more, JsonObject known) => known.All(part => part.Value is null || Says(more[part.Key], part.Value)),
        (JsonValue one, JsonValue other) when one.TryGetValue<string>(out var text) && other.TryGetValue<string>(out var said) => NameWords.AreSame(text, said),
        _ => JsonNode.DeepEquals(written, held),
    };

    private async Task ConfirmAsync(string number, ServiceDefinition service, HashSet<string> confirmed, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var file = (await ApplicationDesk.LoadAsync(db, number, ct))!;
        if (OpenOf(file).Count == 0) return;
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var item in file.Evidence.Where(e => e.State == EvidenceState.Open && confirmed.Contains(e.Source))) (item.State, item.ConfirmedBy) = (EvidenceState.Confirmed, item.Source);
        // What an officer has before them is no longer what is stored, though the file itself may stay as it is.
        db.Entry(file).Property(a => a.Status).IsModified = true;
        await AuditTrail.AppendAsync(db, number, "application-evidence-confirmed", "system", "{}", now, ct);
        // Returned to the applicant, it is complete when it comes back, not before.
        if (service.DecidedHere && file.Status != ApplicationStatus.Returned && file.Evidence.All(e => e.State != EvidenceState.Open))
        {
            file.Complete("sources", ActorKind.System, now, now);
            await dates.SetDeadlineAsync(db, file, ct);
            await AuditTrail.AppendAsync(db, number, "application-completed", "system", "{}", now, ct);
            await RaiseFigures.ByAsync(db, 0, 0, 0, 0, ct);
            db.Outbox.Add(new OutboxRow(SendFigures.Kind, "{}", now));
        }

        // Changed meanwhile by somebody: the version is refused, and the next attempt looks afresh.
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise(current.Value.Code);
    }

    private sealed record Payload(Guid Application);
}
