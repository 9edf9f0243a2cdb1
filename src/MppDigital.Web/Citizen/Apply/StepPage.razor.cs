using Microsoft.AspNetCore.Components;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Web.Components.Pieces;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Apply;

/// <summary>One page of the form. Whatever was written is kept first, then checked, so that nothing typed is ever lost.</summary>
public sealed partial class StepPage : ComponentBase
{
    private Journey? journey;
    private FormStep? at;
    private Problem? problem;
    private IReadOnlyList<FormError> faults = [];
    private List<FieldError> errors = [];
    private string? fileError;
    private string more = "";
    private bool opened;
    private KeptFile? kept;

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    [Parameter] public string Code { get; set; } = "";

    /// <summary>Code of a life event, where several services are applied for at once.</summary>
    [Parameter] public string? Happening { get; set; }

    [Parameter] public string Step { get; set; } = "";

    /// <summary><c>periksa</c>: came to change one answer, and goes back there.</summary>
    [SupplyParameterFromQuery(Name = "dari")] public string? Origin { get; set; }

    [Inject] private Journeys Journeys { get; set; } = null!;

    [Inject] private KeepUpload Uploads { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private bool FromReview => Origin == "periksa";

    private int Position => journey!.Asked.Select(s => s.Key).ToList().IndexOf(at!.Key) + 1;

    private string FileHint => kept is null ? ApplyWords.FileHint : kept.InWords(Current.Value);

    [Inject] private ITenantDirectory Directory { get; set; } = null!;

    [Inject] private CurrentRegency Current { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var found = await Journeys.FindAsync(Http, Code, Happening, Http.RequestAborted);
        if (!found.Succeeded)
        {
            problem = found.Problem;
            return;
        }

        journey = found.Value;
        at = journey.Find(Step);
        if (HttpMethods.IsGet(Http.Request.Method) && (journey.Draft is null || at is null)) Navigation.NavigateTo(journey.Draft is null ? journey.Home : journey.FirstOpen());
        else if (at?.Upload is { } upload && journey.DocumentFor(upload.Code) is { } document) kept = await Uploads.DescribeAsync(journey.Applicant.Sub, document.Document, Http.RequestAborted);
    }

    private async Task SaveAsync()
    {
        if (journey is null) return;
        // A page begun on an old address, or sent for a draft that is no more, leads to where one can go on.
        if (journey.Draft is null || at is null)
        {
            Navigation.NavigateTo(journey.Draft is null ? $"{journey.Home}?draf=hilang" : journey.FirstOpen());
            return;
        }

        var form = await Http.Request.ReadFormAsync(Http.RequestAborted);
        GivenDocument? document = null;
        if (at.Upload is { } upload && form.Files["berkas"] is { Length: > 0 } file)
        {
            var saved = await Uploads.SaveAsync(journey.Applicant.Sub, upload.Code, file, Http.RequestAborted);
            if (saved.Succeeded) document = new GivenDocument(upload.Code, saved.Value.Id);
            else fileError = KeepUpload.WordsFor(saved.Problem, file.Length);
        }

        var answers = at.Fields.ToDictionary(f => f.Name, f => FormBinding.Read(f, form));
        var result = await Journeys.KeepAsync(journey, answers, document, Http.RequestAborted);
        if (!result.Succeeded)
        {
            (journey, problem) = (null, result.Problem);
            return;
        }

        var before = journey;
        journey = result.Value;
        more = form["tambah"].ToString();
        if (more.Length > 0 || form[FormBinding.RemoveButton].Count > 0) return;
        if (form["simpan"] == "keluar")
        {
            Navigation.NavigateTo(journey.About);
            return;
        }

        opened = journey.Opens(at, before);
        if (opened) return;
        Judge();
        if (errors.Count == 0) Navigation.NavigateTo(FromReview ? journey.Review : journey.After(at));
    }

    private void Judge()
    {
        faults = journey!.Faults(at!);
        errors = [.. faults.Select(e => new FieldError(FieldView.IdOf(e.At), Language.IsEnglish ? e.TextEn : e.Text))];
        if (at!.Upload is { } upload && fileError is null && !journey.IsDone(at)) fileError = ApplyWords.NeedFile(Language.Pick(upload.NameId, upload.NameEn));
        if (fileError is not null) errors.Add(new FieldError("berkas", fileError));
    }

    private FieldView ViewOf(FormField field)
    {
        var held = journey!.Form.Held;
        var written = journey.Data.TryGetPropertyValue(field.Name, out var typed) ? typed : held.ValueFor(field);
        return new FieldView(field, written, faults, held.ChoicesFor(field.Name), held.IsSilent(field.Source)) { MoreRows = more == field.Name ? 1 : 0, Hidden = journey.Checked.Hidden, IsNeeded = journey.IsRequired(field) };
    }

    /// <summary>What is worked out from the answers of this page, once they are there.</summary>
    private IEnumerable<(string Label, string Value)> WorkedOut =>
        from computed in journey!.Form.Service.FormFields
        where computed.Compute is { } compute && compute.Of.Any(name => at!.Fields.Any(f => f.Name == name.Split('.')[0]))
        let value = journey.Checked.Data[computed.Name]
        where value is not null
        select (Language.Pick(computed.Label, computed.LabelEn), AnswerWords.Of(computed, value, Directory, Language.IsEnglish));
}
