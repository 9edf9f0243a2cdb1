using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Web.Api;
using MppDigital.Web.Citizen.Apply;
using MppDigital.Web.Components.Pieces;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Applications;

/// <summary>The owner's page: how far it is, and, when it was returned, exactly the marked answers to mend.</summary>
public sealed partial class ApplicationPage : ComponentBase
{
    private ApplicationView? view;
    private Progress? progress;
    private Problem? problem;
    private HeldFacts held = HeldFacts.None;
    private List<FieldError> errors = [];
    private List<FieldView> views = [];
    private List<Requirement> files = [];

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    [Parameter] public string Number { get; set; } = "";

    /// <summary><c>perbaikan</c> after a correction was taken.</summary>
    [SupplyParameterFromQuery(Name = "selesai")] public string? Done { get; set; }

    [Inject] private Callers Callers { get; set; } = null!;

    [Inject] private IServiceCatalog Catalog { get; set; } = null!;

    [Inject] private KeepUpload Uploads { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IUseCase<ReadApplication, ApplicationView> Read { get; set; } = null!;

    [Inject] private IUseCase<PrepareForm, PreparedForm> Prepare { get; set; } = null!;

    [Inject] private IUseCase<CorrectApplication, ApplicationView> Correct { get; set; } = null!;

    private IEnumerable<(string Label, string Answer)> Answers =>
        from asked in progress!.Service.FormFields
        let answer = Filed(asked.Name)
        where answer is not null
        select (Language.Pick(asked.Label, asked.LabelEn), AnswerWords.Of(asked, answer, Directory, Language.IsEnglish));

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var found = await Read.HandleAsync(new ReadApplication(Callers.SubOf(Http), Number), ct);
        (view, problem) = (found.Value, found.Problem);
        if (view is null) return;
        progress = Progress.Of(view, Catalog.Find(view.Service, view.CatalogVersion)!.Definition);
        if (view.Status != "returned") return;
        if (await Callers.ApplicantAsync(Http, ct) is { Succeeded: true, Value: var applicant } && await Prepare.HandleAsync(new PrepareForm(applicant, view.Service), ct) is { Succeeded: true, Value: var form }) held = form.Held;
        files = [.. progress.Service.Requirements.Where(r => view.FieldsToMend.Contains(r.Code))];
        Show(Filed, [], "");
    }

    private async Task CorrectAsync()
    {
        if (view is null || progress is null || await Callers.ApplicantAsync(Http, Http.RequestAborted) is not { Succeeded: true, Value: var applicant }) return;
        if (view.Status != "returned")
        {
            // A second press of the button: the first one has done it.
            Navigation.NavigateTo($"/permohonan/{Number}?selesai=perbaikan");
            return;
        }

        var form = await Http.Request.ReadFormAsync(Http.RequestAborted);
        var answers = new JsonObject(ToMend().Select(f => KeyValuePair.Create(f.Name, FormBinding.Read(f, form))));
        if (form["tambah"].ToString() is { Length: > 0 } more)
        {
            Show(name => answers[name], [], more);
            return;
        }

        var documents = await KeepFilesAsync(applicant.Sub, form);
        var today = Dates.DateOf(Clock.GetUtcNow().UtcDateTime, Current.Value.Zone);
        var faults = FormValidator.Check(progress.Service, JsonSerializer.SerializeToElement(answers), held, Directory, today, answers.Select(a => a.Key).ToHashSet()).Errors;
        if (errors.Count + faults.Count == 0)
        {
            var corrected = await Correct.HandleAsync(new CorrectApplication(applicant, Number, JsonSerializer.SerializeToElement(answers), documents), Http.RequestAborted);
            if (corrected.Succeeded || corrected.Problem.Kind == ProblemKind.Conflict)
            {
                Navigation.NavigateTo($"/permohonan/{Number}?selesai=perbaikan");
                return;
            }

            faults = [.. corrected.Problem.Errors.SelectMany(e => e.Value.Select(text => new FormError(e.Key, text, text)))];
        }

        errors = [.. faults.Select(f => new FieldError(FieldView.IdOf(f.At), Language.IsEnglish ? f.TextEn : f.Text)), .. errors];
        Show(name => answers[name], faults, "");
    }

    private async Task<List<GivenDocument>> KeepFilesAsync(string sub, IFormCollection form)
    {
        var kept = new List<GivenDocument>();
        foreach (var requirement in files)
        {
            if (form.Files[$"berkas-{requirement.Code}"] is not { Length: > 0 } file)
            {
                errors.Add(new FieldError($"berkas-{requirement.Code}", ApplyWords.NeedFile(Language.Pick(requirement.NameId, requirement.NameEn))));
                continue;
            }

            var saved = await Uploads.SaveAsync(sub, requirement.Code, file, Http.RequestAborted);
            if (saved.Succeeded) kept.Add(new GivenDocument(requirement.Code, saved.Value.Id));
            else errors.Add(new FieldError($"berkas-{requirement.Code}", KeepUpload.WordsFor(saved.Problem, file.Length)));
        }

        return kept;
    }

    private void Show(Func<string, JsonNode?> value, IReadOnlyList<FormError> faults, string more) =>
        views = [.. ToMend().Select(f => new FieldView(f, value(f.Name), faults, held.ChoicesFor(f.Name), held.IsSilent(f.Source)) { MoreRows = more == f.Name ? 1 : 0 })];

    private IEnumerable<FormField> ToMend() => progress!.Service.FormFields.Where(f => view!.FieldsToMend.Contains(f.Name));

    private JsonNode? Filed(string name) => view!.Data.TryGetProperty(name, out var answer) ? JsonNode.Parse(answer.GetRawText()) : null;
}
