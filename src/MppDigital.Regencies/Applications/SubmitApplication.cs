using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Events;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Fees;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Regencies.Applications.Reuse;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>Files an application under the definition in force. The same key files it once, however often it is sent.</summary>
/// <param name="CatalogVersion">The version of the form that the answers were written for; null trusts that it is the one in force.</param>
/// <param name="Draft">The draft this came from; removed in the same transaction.</param>
public sealed record SubmitApplication(Applicant Applicant, string IdempotencyKey, string Service, JsonElement Data, IReadOnlyList<GivenDocument> Documents, Guid? Draft, int? CatalogVersion = null);

/// <param name="Requirement">Code of the definition's requirement.</param>
/// <param name="Document">Id that the upload answered with.</param>
public sealed record GivenDocument(string Requirement, Guid Document);

/// <param name="Secret">Shown once; with it anyone may follow the application without signing in.</param>
public sealed record Receipt(string Number, string Secret, string Status, DateTimeOffset? CompleteAt, DateOnly? DueOn, int CatalogVersion)
{
    public override string ToString() => $"receipt {Number}";
}

internal sealed class SubmitApplicationHandler(
    IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, IServiceCatalog catalog, ITenantDirectory directory, GatherFacts facts, FileApplication files,
    Idempotency idempotency, OutboxSignal signal, CurrentRegency current, TakePapers papers, TimeProvider clock) : IUseCase<SubmitApplication, Receipt>
{
    // A key that was used before mandates existed still finds its answer.
    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public async Task<Outcome<Receipt>> HandleAsync(SubmitApplication input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await OfferedService.FindAsync(db, catalog, input.Service, ct) is not { } offered) return Problems.UnknownService;
        if (offered.RefusalIn(current.Value) is { } refusal) return refusal;
        var bodyHash = Idempotency.HashOf(JsonSerializer.Serialize(new { input.Service, input.Data, input.Documents, For = input.Applicant.By?.Mandate }, WithoutNulls));
        if (await idempotency.FindAsync<Receipt>(db, input.Applicant.Actor, input.IdempotencyKey, bodyHash, ct) is { } repeated) return repeated;

        if (input.CatalogVersion is { } written && written != offered.Version.Version) return Problems.OtherVersion(offered.Version.Version);
        var service = offered.Definition;
        var now = clock.GetUtcNow().UtcDateTime;
        var gathered = await facts.WithVaultAsync(db, input.Applicant, service, ct);
        var form = FormValidator.Check(service, input.Data, gathered.Held, directory, DateOnly.FromDateTime(current.Value.At(now).Date));
        var (given, fileErrors) = await CheckFiles.OfAsync(db, input.Applicant, service, input.Documents, form.Data, ct);
        var missing = WeighEvidence.Of(service, gathered, given, form.Data, now).Missing;
        if (FilingErrors.Of(form, fileErrors, missing) is { Count: > 0 } errors) return Problems.Invalid(errors);
        var (fee, fault) = AssessFee.Of(service, offered.TariffIdr, form.Data);
        if (fault is not null) return Problems.Field(fault.At, fault.Text);
        var taken = await papers.ForAsync(input.Applicant, service, gathered, given, form.Data, now, ct);
        if (!taken.Succeeded) return taken.Problem;
        foreach (var (code, file) in taken.Value.Files) given[code] = file.Id;

        var filing = new Filing(input, offered, gathered, form, fee, WeighEvidence.Of(service, gathered, given, form.Data, now).Evidence, taken.Value, bodyHash);
        try
        {
            return await FileAsync(db, filing, now, ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Lost a race: against the same key, whose answer counts, or against the first number of a year, which is simply tried again.
            db.ChangeTracker.Clear();
            return await idempotency.FindAsync<Receipt>(db, input.Applicant.Actor, input.IdempotencyKey, bodyHash, ct)
                ?? await FileAsync(db, filing with { Evidence = [.. filing.Evidence.Select(e => e.Again())] }, now, ct);
        }
    }

    private sealed record Filing(
        SubmitApplication Input, OfferedService Offered, GatheredFacts Gathered, FormCheck Form, FeeAssessment? Fee, IReadOnlyList<ApplicationEvidence> Evidence, TakenPapers Papers, string BodyHash);

    private async Task<Outcome<Receipt>> FileAsync(RegencyDbContext db, Filing filing, DateTime now, CancellationToken ct)
    {
        var (input, service) = (filing.Input, filing.Offered.Definition);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var number = await files.NextNumberAsync(db, now, ct);
        var secret = Crockford.New(12);
        var applicant = input.Applicant;
        var application = await files.AddAsync(db, new FileToOpen(applicant, filing.Offered, filing.Form.Data, filing.Evidence, number, secret)
        {
            Fee = filing.Fee,
            NotAsked = UsedFacts.NotAsked(service, filing.Form, filing.Gathered.Held, filing.Papers),
        }, now, ct);
        db.Files.AddRange(filing.Papers.Files.Values);
        if (UsedFacts.OfVault(service, filing.Form, filing.Gathered, filing.Papers) is { Count: > 0 } used) db.Outbox.Add(TellHandOver.RowFor(number, filing.Gathered.Reuse.Consent?.Id, used, now));
        if (input.Draft is { } draft) await db.Drafts.Where(d => d.Id == draft && d.Sub == applicant.Sub).ExecuteDeleteAsync(ct);
        if (applicant.By is { } by) db.Outbox.Add(TellMandateUse.Row(by.Mandate, number, application.Service, "submitted", now));
        if (filing.Evidence.Any(e => e.State == EvidenceState.Open && filing.Gathered.Held.IsSilent(e.Source))) db.Outbox.Add(ConfirmLater.RowFor(application, now));
        db.Outbox.Add(new OutboxRow(SendFigures.Kind, "{}", now));
        var receipt = new Receipt(number, secret, application.Status.Wire(), current.Value.At(application.CompleteAt), application.DueOn, application.CatalogVersion);
        idempotency.Keep(db, applicant.Actor, input.IdempotencyKey, filing.BodyHash, receipt, now);

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise(current.Value.Code);
        return receipt;
    }
}
