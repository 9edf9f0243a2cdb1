using Microsoft.AspNetCore.Components;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Web.Components.Pieces;
using MppDigital.Web.Components.Text;
using MppDigital.Web.SignIn;
using static MppDigital.Web.Components.Voice.VoiceTexts;

namespace MppDigital.Web.Citizen.Voice;

/// <summary>Number and secret by form, then a sealed cookie for 15 minutes: neither ever stands in an address.</summary>
public sealed partial class FollowPage : ComponentBase
{
    internal const string Cookie = "mpp-aduan";
    internal const string Path = "/aduan/lacak";
    internal static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private ComplaintView? view;
    private List<FieldError> errors = [];
    private string number = "";
    private string reason = "";
    private string? secret;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [Inject] private CurrentRegency Current { get; set; } = null!;

    [Inject] private Sealed Seals { get; set; } = null!;

    [Inject] private IUseCase<LookUpComplaint, ComplaintView> Look { get; set; } = null!;

    [Inject] private IUseCase<AnswerBack, ComplaintView> Answer { get; set; } = null!;

    [Inject] private IUseCase<AddEvidence, ComplaintView> Add { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <param name="Fresh">Just sent: the secret is shown this once.</param>
    internal sealed record Followed(string Number, string Secret, bool Fresh = false);

    private Followed? Known => Seals.Find<Followed>(Http, Cookie);

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-store";
        if (Known is not { } known) return;
        view = (await Look.HandleAsync(new LookUpComplaint(known.Number, known.Secret), Http.RequestAborted)).Value;
        if (view is null || !known.Fresh || !HttpMethods.IsGet(Http.Request.Method)) return;
        secret = known.Secret;
        Seals.Keep(Http, Cookie, Path, known with { Fresh = false }, Life);
    }

    private string? ErrorOf(string id) => errors.FirstOrDefault(e => e.Id == id)?.Message;

    private void Close()
    {
        Seals.Drop(Http, Cookie, Path);
        Navigation.NavigateTo(Path);
    }

    /// <summary>A form of a complaint that this device no longer follows, or a step that is over.</summary>
    private void Gone() => Refuse("nomor", view is null ? Say("FollowAgain") : Say("StepOver"), StatusCodes.Status409Conflict);

    private async Task LookAsync()
    {
        var form = Http.Request.Form;
        number = form["nomor"].ToString().Trim();
        var code = form["kode"].ToString().Trim();
        if (number.Length == 0) errors.Add(new FieldError("nomor", Say("WriteNumber")));
        if (code.Length == 0) errors.Add(new FieldError("kode", Say("WriteSecret")));
        if (errors.Count > 0)
        {
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        var found = await Look.HandleAsync(new LookUpComplaint(number, code), Http.RequestAborted);
        if (!found.Succeeded)
        {
            Refuse("nomor", found.Problem);
            return;
        }

        Seals.Keep(Http, Cookie, Path, new Followed(number, code), Life);
        Navigation.NavigateTo(Path);
    }

    private async Task ReplyAsync()
    {
        var form = Http.Request.Form;
        reason = form["alasan"].ToString();
        if (Known is not { } known || ComplaintWords.Read<ComplaintMove>(form["langkah"].ToString()) is not (ComplaintMove.Accept or ComplaintMove.Contest or ComplaintMove.Withdraw))
        {
            Gone();
            return;
        }

        var moved = await Answer.HandleAsync(new AnswerBack(known.Number, known.Secret, ComplaintWords.Read<ComplaintMove>(form["langkah"].ToString())!.Value, reason), Http.RequestAborted);
        if (moved.Succeeded) Navigation.NavigateTo(Path);
        else Refuse("alasan", moved.Problem);
    }

    private async Task AddAsync()
    {
        if (Known is not { } known || Http.Request.Form.Files is not [{ Length: > 0 } file, ..])
        {
            Refuse("file", Say("PickFile"), StatusCodes.Status422UnprocessableEntity);
            return;
        }

        await using var content = file.OpenReadStream();
        var added = await Add.HandleAsync(new AddEvidence(known.Number, known.Secret, content), Http.RequestAborted);
        if (added.Succeeded) Navigation.NavigateTo(Path);
        else Refuse("file", added.Problem);
    }

    private void Refuse(string field, Problem problem)
    {
        errors.Add(new FieldError(field, problem.Errors.Values.FirstOrDefault()?[0] ?? Language.Pick(problem.Detail, problem.DetailEn)));
        RefusedPage.Mark(Http, problem);
    }

    private void Refuse(string field, string text, int status)
    {
        errors.Add(new FieldError(field, text));
        Http.Response.StatusCode = status;
    }
}
