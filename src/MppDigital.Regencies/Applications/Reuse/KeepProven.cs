using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.National.Residents.Facts;
using MppDigital.National.Residents.Wallet;
using MppDigital.Platform.Events;
using MppDigital.Platform.Files;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Reuse;

/// <summary>
/// Gives the person's vault what an issued document proves: the document itself, and with its first issue the facts and papers of the file that an
/// office approved. What the law granted by silence was looked at by nobody: of such a file only what a register said is kept.
/// </summary>
internal sealed class KeepProven(
    IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, GatherFacts said, IUseCase<KeepFacts, Done> keepFacts, IUseCase<KeepDocument, Done> keepDocument,
    FileStore files, RegencySecrets secrets, CurrentRegency current) : IOutboxHandler
{
    public string Kind => RegisterDocument.Kind;

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var id = JsonSerializer.Deserialize<RegisterDocument.Payload>(payload)!.Document;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var document = await db.IssuedDocuments.AsNoTracking().SingleAsync(d => d.Id == id, ct);
        var number = await db.Applications.Where(a => a.Id == document.ApplicationId).Select(a => a.Number).SingleAsync(ct);
        var application = (await ApplicationDesk.LoadAsync(db, number, ct))!;
        var service = catalog.Find(application.Service, application.CatalogVersion)!.Definition;

        await KeepAsync(application, document.ContentKey, new ProvenDocument(
            document.Id, WalletOrigin.Issued, service.Product.Fact ?? "", service.Product.NameId, service.Product.NameEn, document.Number, AgencyOf(document, service), document.IssuedAt, document.ValidUntil), ct);
        if (document.Issue > 1) return;

        await KeepFactsAsync(db, application, service, ct);
        if (!application.Deemed) await KeepPapersAsync(db, application, service, AgencyOf(document, service), ct);
    }

    private async Task KeepFactsAsync(RegencyDbContext db, Application application, ServiceDefinition service, CancellationToken ct)
    {
        var answers = JsonNode.Parse(secrets.OpenAnswers(application.Answers))!.AsObject();
        var registers = (await said.SaidAsync(db, application.Sub, service.Code, ct)).ToDictionary(f => f.Field);
        var decided = application.DecidedAt ?? application.SubmittedAt;
        var facts = new List<ProvenFact>();
        foreach (var field in service.FormFields.Where(f => f.Type != "license-ref"))
        {
            if (ReusableFacts.NameOf(field) is not { } name || answers[field.Name] is not { } answer || facts.Any(f => f.Name == name)) continue;
            var bySource = registers.TryGetValue(field.Name, out var fact) && Says(fact, field, answer);
            if (!bySource && application.Deemed) continue;
            var at = bySource ? fact!.AsOf : decided;
            facts.Add(new ProvenFact(
                name, field.Label, field.LabelEn, JsonSerializer.SerializeToElement(answer), bySource ? FactOrigin.Register : FactOrigin.Office, bySource ? fact!.Source : service.Agency.Code, at, EndOf(at, field.Reuse)));
        }

        if (facts.Count == 0) return;
        var kept = await keepFacts.HandleAsync(new KeepFacts(current.Value.Code, application.Sub, secrets.OpenNik(application.Nik), application.Number, application.Service, facts), ct);
        if (!kept.Succeeded) throw new InvalidOperationException($"The vault refused the facts of {application.Number}: {kept.Problem.Code}");
    }

    private async Task KeepPapersAsync(RegencyDbContext db, Application application, ServiceDefinition service, string agency, CancellationToken ct)
    {
        foreach (var requirement in service.Requirements.Where(r => r.Reuse is not null))
        {
            if (application.Evidence.Where(e => e.Requirement == requirement.Code && e.FileId is not null).MaxBy(e => e.At) is not { FileId: { } id }) continue;
            var file = await db.Files.AsNoTracking().SingleAsync(f => f.Id == id, ct);
            var at = application.DecidedAt ?? application.SubmittedAt;
            await KeepAsync(application, file.ContentKey, new ProvenDocument(file.Id, WalletOrigin.Uploaded, requirement.Reuse!.Fact, requirement.NameId, requirement.NameEn, "", agency, at, EndOf(at, requirement.Reuse)), ct);
        }
    }

    private async Task KeepAsync(Application application, string contentKey, ProvenDocument document, CancellationToken ct)
    {
        var content = await files.ReadAsync(secrets.Cipher, contentKey, ct);
        var kept = await keepDocument.HandleAsync(new KeepDocument(current.Value.Code, application.Sub, secrets.OpenNik(application.Nik), application.Number, application.Service, document, content), ct);
        if (!kept.Succeeded) throw new InvalidOperationException($"The wallet refused a document of {application.Number}: {kept.Problem.Code}");
    }

    private static bool Says(Forms.HeldFact fact, FormField field, JsonNode answer) => JsonNode.DeepEquals(new Forms.HeldFacts([fact], []).ValueFor(field), answer);

    private static string AgencyOf(IssuedDocument document, ServiceDefinition service) => document.SignerAgency.Length > 0 ? document.SignerAgency : service.Agency.Code;

    private DateOnly EndOf(DateTime at, FactReuse? reuse) => DateOnly.FromDateTime(current.Value.At(at).Date).AddMonths(reuse?.ValidMonths ?? ReusableFacts.UsualMonths);
}
