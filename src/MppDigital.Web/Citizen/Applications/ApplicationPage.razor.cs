using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Regencies.Feedback.Surveys;
using MppDigital.Regencies.LifeEvents;
using MppDigital.Web.Api;
using MppDigital.Web.Citizen.Apply;
using MppDigital.Web.Components.Pieces;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Applications;

/// <summary>The owner's page: how far it is, and, when it was returned, exactly the marked answers to mend.</summary>
public sealed partial class ApplicationPage : ComponentBase
{
    /// <summary>Names the questions that the page showed, so that one which opens only now is shown before anything is sent.</summary>
    private const string ShownField = "ditanya";

    private ApplicationView? view;
    private Progress? progress;
    private Together? together;
    private SurveyForm? survey;
    private Problem? problem;
    private HeldFacts held = HeldFacts.None;
    private List<FieldError> errors = [];
    private bool opened;
    private List<FieldView> views = [];
    private List<Requirement> files = [];

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    [Parameter] public string Number { get; set; } = "";

    /// <summary><c>perbaikan</c> after a correction was taken.</summary>
    [SupplyParameterFromQuery(Name = "selesai")] public string? Done { get; set; }

    [Inject] private Acting Acting { get; set; } = null!;

    [Inject] private IServiceCatalog Catalog { get; set; } = null!;

    [Inject] private KeepUpload Uploads { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IUseCase<ReadApplication, ApplicationView> Read { get; set; } = null!;

    [Inject] private IUseCase<ReadLifeEventFiling, LifeEventView> ReadTogether { get; set; } = null!;

    [Inject] private IUseCase<FindTogether, Together> Find { get; set; } = null!;

    [Inject] private IUseCase<FindSurvey, SurveyForm> Survey { get; set; } = null!;

    [Inject] private IUseCase<PrepareForm, PreparedForm> Prepare { get; set; } = null!;

    [Inject] private IUseCase<CorrectApplication, ApplicationView> Correct { get; set; } = null!;

    private IEnumerable<(string Label, IReadOnlyList<string> Answer)> Answers =>
        from asked in progress!.Service.FormFields
        let answer = Filed(asked.Name)
        where answer is not null
        select (Language.Pick(asked.Label, asked.LabelEn), AnswerWords.Lines(asked, answer, Directory, Language.IsEnglish));

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var found = await Read.HandleAsync(new ReadApplication(await Acting.SubOfAsync(Http, Number, ct), Number), ct);
        (view, problem) = (found.Value, found.Problem);
        if (view is null)
        {
            // The number on the receipt may be that of several applications.
            if (HttpMethods.IsGet(Http.Request.Method) && (await ReadTogether.HandleAsync(new ReadLifeEventFiling(Callers.SubOf(Http), Number), ct)).Succeeded)
            {
                problem = null;
                Navigation.NavigateTo($"/permohonan/{Number}/paket");
            }

            return;
        }

        together = (await Find.HandleAsync(new FindTogether(view.Number), ct)).Value;
        progress = Progress.Of(view, LocalRequirement.AsFiled(Catalog.Find(view.Service, view.CatalogVersion)!.Definition, view));
        if (view.Status is "issued" or "refused") survey = (await Survey.HandleAsync(new FindSurvey(await Acting.SubOfAsync(Http, Number, ct), Number), ct)).Value;
        if (view.Status != "returned") return;
        if (await Acting.ApplicantOfAsync(Http, Number, ct) is { Succeeded: true, Value: var applicant } && await Prepare.HandleAsync(new PrepareForm(applicant, view.Service), ct) is { Succeeded: true, Value: var form }) held = form.Held;
        files = [.. progress.Service.Requirements.Where(r => view.FieldsToMend.Contains(r.Code))];
        Show([], [], "");
    }

    private async Task CorrectAsync()
    {
        if (view is null || progress is null || await Acting.ApplicantOfAsync(Http, Number, Http.RequestAborted) is not { Succeeded: true, Value: var applicant }) return;
        if (view.Status != "returned")
        {
            // A second press of the button: the first one has done it.
            Navigation.NavigateTo($"/permohonan/{Number}?selesai=perbaikan");
            return;
        }

        var form = await Http.Request.ReadFormAsync(Http.RequestAborted);
        var answers = Written(form);
        var more = form["tambah"].ToString();
        if (more.Length > 0 || form[FormBinding.RemoveButton].Count > 0)
        {
            Show(answers, [], more);
            return;
        }

        // An answer that calls for another question first shows it.
        opened = form[ShownField] is { Count: > 0 } shown && ToMend(answers).Any(f => !shown.Contains(f.Name));
        if (opened)
        {
            Show(answers, [], "");
            return;
        }

        var documents = await KeepFilesAsync(applicant.Actor, form);
        var faults = Check(answers, ToMend(answers).Select(f => f.Name).ToHashSet()).Errors;
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
        Show(answers, faults, "");
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

    private void Show(JsonObject answers, IReadOnlyList<FormError> faults, string more)
    {
        var check = Check(answers, null);
        views = [.. ToMend(answers).Select(f => new FieldView(f, answers.TryGetPropertyValue(f.Name, out var written) ? written : Filed(f.Name), faults, held.ChoicesFor(f.Name), held.IsSilent(f.Source))
        {
            MoreRows = more == f.Name ? 1 : 0,
            Hidden = check.Hidden,
            IsNeeded = check.Required.Contains(f.Name),
        })];
    }

    /// <summary>What was posted to open questions. One that only a changed answer opens counts once something is written to it.</summary>
    private JsonObject Written(IFormCollection form) =>
        new(CorrectionScope.Open(progress!.Service, view!.FieldsToMend, FiledAnswers()).Select(f => KeyValuePair.Create(f.Name, FormBinding.Read(f, form)))
            .Where(a => a.Value is not null || view.FieldsToMend.Contains(a.Key)));

    /// <summary>The marked questions that are still asked, and those that the mended answers call for.</summary>
    private IEnumerable<FormField> ToMend(JsonObject answers)
    {
        var check = Check(answers, null);
        return CorrectionScope.Open(progress!.Service, view!.FieldsToMend, FiledAnswers())
            .Where(f => !check.Hidden.Contains(FormPointer.Of(f.Name)) && (f.ShowWhen is not null || view.FieldsToMend.Contains(f.Name) || check.Required.Contains(f.Name)));
    }

    /// <summary>The file as it would be with these answers mended.</summary>
    private FormCheck Check(JsonObject answers, IReadOnlySet<string>? only)
    {
        var merged = FiledAnswers();
        foreach (var (name, answer) in answers) merged[name] = answer?.DeepClone();
        return FormValidator.CheckDraft(progress!.Service, JsonSerializer.SerializeToElement(merged), held, Directory, Dates.DateOf(Clock.GetUtcNow().UtcDateTime, Current.Value.Zone), only);
    }

    private JsonObject FiledAnswers() => view!.Data.ValueKind == JsonValueKind.Object ? JsonNode.Parse(view.Data.GetRawText())!.AsObject() : [];

    private JsonNode? Filed(string name) => FiledAnswers()[name]?.DeepClone();
}
