using Microsoft.AspNetCore.Components;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Feedback.Surveys;
using MppDigital.Web.Components.Pieces;
using MppDigital.Web.Components.Text;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.Citizen.Surveys;

/// <summary>
/// A code, nine questions, thanks. Nobody signs in, so the same page serves a link in a message and a screen in the hall. The code may stand in the
/// address: it opens an empty form once and tells nothing.
/// </summary>
public sealed partial class SurveyPage : ComponentBase
{
    private SurveyForm? form;
    private List<FieldError> errors = [];
    private IFormCollection? given;
    private string typed = "";

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    [Parameter] public string? Code { get; set; }

    /// <summary><c>ya</c> after an answer was taken.</summary>
    [SupplyParameterFromQuery(Name = "selesai")] public string? Done { get; set; }

    [Inject] private CurrentRegency Current { get; set; } = null!;

    [Inject] private IUseCase<ReadSurvey, SurveyForm> Read { get; set; } = null!;

    [Inject] private IUseCase<AnswerSurvey, Done> Answer { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-store";
        if (Code is null) return;
        typed = Code;
        await ReadAsync();
    }

    private async Task OpenAsync()
    {
        typed = (await Http.Request.ReadFormAsync(Http.RequestAborted))["kode"].ToString().Trim();
        if (typed.Length is 0 or > 40)
        {
            typed = "";
            errors = [new FieldError("kode", SurveyWords.WriteCode)];
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        if (await ReadAsync()) Navigation.NavigateTo($"/survei/{form!.Code}");
    }

    private async Task AnswerAsync()
    {
        // Refused above already: used up, over or unknown.
        if (form is null) return;
        given = await Http.Request.ReadFormAsync(Http.RequestAborted);
        var scores = Enum.GetValues<SurveyElement>().ToDictionary(e => e, e => given[SurveyWords.FieldOf(e)] is [['1' or '2' or '3' or '4'] score] ? score[0] - '0' : (int?)null);
        var respondent = new Respondent(Said<AgeBand>("umur"), Said<RespondentSex>("kelamin"), Said<Education>("pendidikan"), Said<Occupation>("pekerjaan"));
        var answered = await Answer.HandleAsync(new AnswerSurvey(form.Code, scores, given["kata"].ToString(), respondent), Http.RequestAborted);
        if (answered.Succeeded)
        {
            Navigation.NavigateTo("/survei?selesai=ya");
            return;
        }

        RefusedPage.Mark(Http, answered.Problem);
        if (answered.Problem.Errors.Count > 0 && answered.Problem.Kind == ProblemKind.Invalid)
        {
            errors = [.. answered.Problem.Errors.Keys.Select(key => key == "/words"
                ? new FieldError("kata", SurveyWords.TooManyWords)
                : new FieldError($"u-{key.Split('/')[^1]}", SurveyWords.ChooseOne))];
            return;
        }

        form = null;
        errors = [new FieldError("kode", Language.Pick(answered.Problem.Detail, answered.Problem.DetailEn))];
    }

    private async Task<bool> ReadAsync()
    {
        var found = await Read.HandleAsync(new ReadSurvey(typed), Http.RequestAborted);
        form = found.Value;
        if (found.Succeeded) return true;
        errors = [new FieldError("kode", Language.Pick(found.Problem.Detail, found.Problem.DetailEn))];
        RefusedPage.Mark(Http, found.Problem);
        return false;
    }

    /// <summary>One of the answers offered; anything else counts as not said, for nobody has to say it.</summary>
    private T? Said<T>(string name)
        where T : struct, Enum => given![name] is [{ } text] && SurveyWords.Profile.First(p => p.Name == name).Options.Any(o => o.Value == text) ? Enum.Parse<T>(text) : null;

    private string GivenOf(string name) => given?[name].ToString() ?? "";

    private string? ErrorOf(string id) => errors.FirstOrDefault(e => e.Id == id)?.Message;
}
