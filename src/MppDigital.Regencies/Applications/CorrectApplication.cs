using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Fees;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>Answers a request for correction: only what was asked may change, and all of it is checked again as a whole.</summary>
/// <param name="Data">Only the fields to mend; others may be repeated unchanged.</param>
public sealed record CorrectApplication(Applicant Applicant, string Number, JsonElement Data, IReadOnlyList<GivenDocument> Documents);

internal sealed class CorrectApplicationHandler(
    IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, ITenantDirectory directory, GatherFacts facts, LegalDates dates, ApplicationViews views,
    RegencySecrets secrets, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IUseCase<CorrectApplication, ApplicationView>
{
    public async Task<Outcome<ApplicationView>> HandleAsync(CorrectApplication input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await ApplicationDesk.LoadAsync(db, input.Number, ct) is not { } found || found.Sub != input.Applicant.Sub) return Problems.UnknownApplication;
        if (!ApplicationMoves.MayCorrect(found)) return Problems.IllegalMove;
        var service = LocalRequirement.AsFiled(catalog.Find(found.Service, found.CatalogVersion)!.Definition, found);
        var now = clock.GetUtcNow().UtcDateTime;
        var gathered = await facts.WithVaultAsync(db, input.Applicant, service, ct);
        var asked = found.Events.Where(e => e.Kind == "returned").MaxBy(e => e.Sequence)!.Fields.Split(' ');

        var today = DateOnly.FromDateTime(current.Value.At(now).Date);
        var (merged, errors) = MergeCorrection.Of(secrets.OpenAnswers(found.Answers), input.Data, asked, service, data => FormValidator.CheckDraft(service, data, gathered.Held, directory, today).Hidden);
        var form = FormValidator.Check(service, merged, gathered.Held, directory, today);
        var (files, fileErrors) = await CheckFiles.OfAsync(db, input.Applicant, service, input.Documents, form.Data, ct);
        foreach (var (i, document) in input.Documents.Index().Where(d => !asked.Contains(d.Item.Requirement))) fileErrors.TryAdd($"/documents/{i}/requirement", ["Berkas ini tidak diminta untuk diperbaiki."]);
        foreach (var error in form.ErrorsByPointer(english: false)) errors.TryAdd(error.Key, error.Value);
        foreach (var error in fileErrors) errors.TryAdd(error.Key, error.Value);
        var filed = found.FeeIdr is null ? null : secrets.Open<FeeAssessment>("fee", found.Fee);
        var (fee, fault) = filed is null ? default : AssessFee.Of(service, filed.TariffIdr, form.Data);
        if (fault is not null) errors.TryAdd(fault.At, [fault.Text]);
        if (errors.Count > 0) return Problems.Invalid(errors);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var before = found.Evidence.Where(e => e.FileId is not null).ToDictionary(e => e.Requirement, e => e.FileId!.Value);
        foreach (var file in files) before[file.Key] = file.Value;
        var replaced = WeighEvidence.Of(service, gathered, before, form.Data, now).Evidence.Where(e => files.ContainsKey(e.Requirement)).ToList();
        found.Correct(secrets.SealAnswers(form.Data.ToJsonString()), replaced, now, input.Applicant.Actor);
        FiledSubject.Renew(found, service, form.Data, secrets);
        if (found.CompleteAt is null && found.Evidence.All(e => e.State != EvidenceState.Open)) found.Complete("sources", ActorKind.System, now, now);
        if (fee is not null) await FollowFee.ChangeAsync(db, found, service, fee, secrets.Seal("fee", fee), now, ct);
        await FollowFee.OnAsync(db, found, service, now, ct);
        await dates.SetDeadlineAsync(db, found, ct);
        await dates.StartDeclaringAsync(db, found, now, ct);
        ApplicationMoves.Route(found, service);
        await AuditTrail.AppendAsync(db, found.Number, "application-corrected", input.Applicant.Actor, ActingDetail.Of(input.Applicant.By?.Mandate), now, ct);
        if (input.Applicant.By is { } by) db.Outbox.Add(TellMandateUse.Row(by.Mandate, found.Number, found.Service, "corrected", now));
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problems.IllegalMove;
        }

        if (input.Applicant.By is not null) signal.Raise(current.Value.Code);
        return views.Of(found, service.NameId, await dates.CalendarAsync(db, ct));
    }
}
