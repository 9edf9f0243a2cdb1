using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.LifeEvents;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.LifeEvents;

/// <summary>One service of a filing, found good.</summary>
internal sealed record WeighedPart(BundledService Bundled, OfferedService Offered, JsonObject Answers, IReadOnlyList<ApplicationEvidence> Evidence);

/// <summary>Judges the common form and each service's own, before anything is written. A service has the last word on its own answers.</summary>
internal sealed class WeighLifeEvent(GatherFacts facts, ITenantDirectory directory, CurrentRegency current)
{
    public async Task<Outcome<IReadOnlyList<WeighedPart>>> OfAsync(RegencyDbContext db, SubmitLifeEvent input, LocalEvent local, DateTime now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(current.Value.At(now).Date);
        var chosen = local.Event.Chosen(input.Data);
        var form = local.Event.FormOf(chosen);
        var gathered = await facts.ForAsync(db, input.Applicant, local.Event.FormOf(local.Event.Parts), ct);
        var check = FormValidator.Check(form, input.Data, gathered.Held, directory, today);
        var (files, fileErrors) = await CheckFiles.OfAsync(db, input.Applicant, form, input.Documents, check.Data, ct);
        var missing = WeighEvidence.Of(form, gathered, files, check.Data, now).Missing;
        var errors = FilingErrors.Of(check, fileErrors, missing);
        if (errors.Count > 0) return Applications.Problems.Invalid(errors);

        var weighed = new List<WeighedPart>();
        foreach (var part in chosen)
        {
            var own = PartFacts.Of(part, gathered);
            var answers = JsonSerializer.SerializeToElement(PartFacts.Answers(part, check.Data));
            var mine = FormValidator.Check(part.Service, answers, own.Held, directory, today, part.AnsweredNow);
            foreach (var error in mine.Errors.Select(e => PartFacts.AtCommon(part, e))) errors.TryAdd(error.At, [error.Text]);
            weighed.Add(new WeighedPart(part.Bundled, local.Offers[part.Service.Code], mine.Data, [.. WeighEvidence.Of(part.Service, own, PartFacts.Files(part, files), mine.Data, now).Evidence.Select(e => Awaited(part, e))]));
        }

        return errors.Count > 0 ? Applications.Problems.Invalid(errors) : weighed;
    }

    /// <summary>What another service of the event proves is open until that one is decided, whoever may have a paper of it already.</summary>
    private static ApplicationEvidence Awaited(LifeEventPart part, ApplicationEvidence item) =>
        part.Bundled.Proven.ContainsKey(item.Requirement)
            ? new ApplicationEvidence { Requirement = item.Requirement, Source = item.Source, State = EvidenceState.Open, At = item.At }
            : item;
}
