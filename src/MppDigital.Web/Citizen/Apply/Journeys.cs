using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.National.LifeEvents;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Regencies.LifeEvents;
using MppDigital.Web.Api;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Apply;

/// <summary>Finds the caller's way through a form and keeps what they write.</summary>
internal sealed class Journeys(
    Callers callers, ForWhom forWhom, IUseCase<PrepareForm, PreparedForm> prepare, IUseCase<ReadDraft, DraftView> read, IUseCase<SaveDraft, DraftView> save, IUseCase<SaveDraftStep, DraftView> keep,
    IUseCase<PrepareLifeEvent, PreparedLifeEvent> prepareEvent, IUseCase<BeginLifeEvent, DraftView> beginEvent, IServiceCatalog catalog, ITenantDirectory directory, CurrentRegency current, TimeProvider clock)
{
    private const int Tries = 3;

    public DateOnly Today => Dates.DateOf(clock.GetUtcNow().UtcDateTime, current.Value.Zone);

    /// <param name="happening">Code of a life event; null when the form is a single service's.</param>
    public async Task<Outcome<Journey>> FindAsync(HttpContext http, string service, string? happening, CancellationToken ct)
    {
        if (happening is not null) return await FindTogetherAsync(http, happening, ct);
        var applicant = await forWhom.ApplicantAsync(http, service.ToUpperInvariant(), ct);
        if (!applicant.Succeeded) return applicant.Problem;
        var form = await prepare.HandleAsync(new PrepareForm(applicant.Value, service.ToUpperInvariant()), ct);
        if (!form.Succeeded) return form.Problem;
        var draft = await read.HandleAsync(new ReadDraft(applicant.Value.Sub, null, form.Value.Service.Code), ct);
        var changes = draft.Succeeded && draft.Value.CatalogVersion != form.Value.CatalogVersion && catalog.Find(form.Value.Service.Code, draft.Value.CatalogVersion) is { } begun
            ? FormChanges.Between(begun.Definition, form.Value.Service) : [];
        return new Journey(applicant.Value, form.Value, draft.Succeeded ? draft.Value : null, directory, Today) { Changes = changes };
    }

    public async Task<Outcome<DraftView>> BeginAsync(Journey journey, CancellationToken ct) =>
        journey.Event is { } together ? await beginEvent.HandleAsync(new BeginLifeEvent(journey.Applicant.Sub, together.Event.Code), ct)
        : await save.HandleAsync(new SaveDraft(journey.Applicant.Sub, journey.Form.Service.Code, null, null, new DraftContent(JsonSerializer.SerializeToElement(new JsonObject()), [])), ct);

    /// <summary>Puts some answers or one file into the draft as it is now, so that two devices on different pages do not undo each other.</summary>
    public async Task<Outcome<Journey>> KeepAsync(Journey journey, IReadOnlyDictionary<string, JsonNode?> answers, GivenDocument? document, CancellationToken ct)
    {
        // An emptied answer is kept as such where something is held, or the held one would come back.
        var changes = answers.ToDictionary(a => a.Key, a => a.Value is null && journey.Form.Held.Find(a.Key) is null ? (JsonElement?)null : JsonSerializer.SerializeToElement(a.Value));
        var seen = journey.Draft;
        for (var i = 0; seen is not null; i++)
        {
            IReadOnlyList<GivenDocument>? documents = document is null ? null : [.. seen.Content.Documents.Where(d => d.Requirement != document.Requirement), document];
            var saved = await keep.HandleAsync(new SaveDraftStep(journey.Applicant.Sub, seen, changes, documents), ct);
            if (saved.Succeeded)
                return journey.Event is { } together ? await PrepareTogetherAsync(journey.Applicant, together.Event.Code, saved.Value, ct) : new Journey(journey.Applicant, journey.Form, saved.Value, directory, Today) { Changes = journey.Changes };
            if (i == Tries || saved.Problem.Current is not DraftView newer) return saved.Problem;
            seen = newer;
        }

        return new Problem(ProblemKind.NotFound, "unknown-draft", "");
    }

    private async Task<Outcome<Journey>> FindTogetherAsync(HttpContext http, string happening, CancellationToken ct)
    {
        var applicant = await callers.ApplicantAsync(http, ct);
        if (!applicant.Succeeded) return applicant.Problem;
        var draft = await read.HandleAsync(new ReadDraft(applicant.Value.Sub, null, LifeEvent.FormCodeOf(happening)), ct);
        return await PrepareTogetherAsync(applicant.Value, happening, draft.Succeeded ? draft.Value : null, ct);
    }

    /// <summary>Which services are in depends on what was answered, so the form is made anew from the draft.</summary>
    private async Task<Outcome<Journey>> PrepareTogetherAsync(Applicant applicant, string happening, DraftView? draft, CancellationToken ct)
    {
        var form = await prepareEvent.HandleAsync(new PrepareLifeEvent(applicant, happening, draft?.Content.Data ?? default), ct);
        return form.Succeeded ? new Journey(applicant, form.Value.Form, draft, directory, Today, form.Value) : form.Problem;
    }
}
