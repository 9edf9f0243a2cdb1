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
    Idempotency idempotency, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IUseCase<SubmitApplication, Receipt>
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
        var gathered = await facts.ForAsync(db, input.Applicant, service, ct);
        var form = FormValidator.Check(service, input.Data, gathered.Held, directory, DateOnly.FromDateTime(current.Value.At(now).Date));
        var (given, fileErrors) = await CheckFiles.OfAsync(db, input.Applicant, service, input.Documents, form.Data, ct);
        var (evidence, missing) = WeighEvidence.Of(service, gathered, given, form.Data, now);
        if (FilingErrors.Of(form, fileErrors, missing) is { Count: > 0 } errors) return Problems.Invalid(errors);
        var (fee, fault) = AssessFee.Of(service, offered.TariffIdr, form.Data);
        if (fault is not null) return Problems.Field(fault.At, fault.Text);

        try
        {
            return await FileAsync(db, input, offered, form, fee, evidence, bodyHash, now, ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Lost a race: against the same key, whose answer counts, or against the first number of a year, which is simply tried again.
            db.ChangeTracker.Clear();
            return await idempotency.FindAsync<Receipt>(db, input.Applicant.Actor, input.IdempotencyKey, bodyHash, ct)
                ?? await FileAsync(db, input, offered, form, fee, [.. evidence.Select(e => e.Again())], bodyHash, now, ct);
        }
    }

    private async Task<Outcome<Receipt>> FileAsync(
        RegencyDbContext db, SubmitApplication input, OfferedService offered, FormCheck form, FeeAssessment? fee, IReadOnlyList<ApplicationEvidence> evidence, string bodyHash, DateTime now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var number = await files.NextNumberAsync(db, now, ct);
        var secret = Crockford.New(12);
        var applicant = input.Applicant;
        var application = await files.AddAsync(db, new FileToOpen(applicant, offered, form.Data, evidence, number, secret) { Fee = fee }, now, ct);
        if (input.Draft is { } draft) await db.Drafts.Where(d => d.Id == draft && d.Sub == applicant.Sub).ExecuteDeleteAsync(ct);
        if (applicant.By is { } by) db.Outbox.Add(TellMandateUse.Row(by.Mandate, number, application.Service, "submitted", now));
        db.Outbox.Add(new OutboxRow(SendFigures.Kind, "{}", now));
        var receipt = new Receipt(number, secret, application.Status.Wire(), current.Value.At(application.CompleteAt), application.DueOn, application.CatalogVersion);
        idempotency.Keep(db, applicant.Actor, input.IdempotencyKey, bodyHash, receipt, now);

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise(current.Value.Code);
        return receipt;
    }
}
