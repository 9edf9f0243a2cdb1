using Microsoft.AspNetCore.Components;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Web.Components.Pieces;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.Citizen.Voice;

/// <summary>A complaint, a question or a suggestion, with or without a name. What follows stands on the page on which it is followed.</summary>
public sealed partial class ComplaintPage : ComponentBase
{
    private Problem? refusal;
    private string key = "";

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [Inject] private CurrentRegency Current { get; set; } = null!;

    [Inject] private IServiceCatalog Catalog { get; set; } = null!;

    [Inject] private Sealed Seals { get; set; } = null!;

    [Inject] private IUseCase<FileComplaint, ComplaintReceipt> File { get; set; } = null!;

    [Inject] private Api.FilingLimits Limits { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private IReadOnlyList<FieldError> Errors => refusal.Fields();

    protected override void OnInitialized()
    {
        Http.Response.Headers.CacheControl = "no-store";
        key = HttpMethods.IsPost(Http.Request.Method) && Given("kunci") is { Length: >= 8 and <= 128 } sent ? sent : Guid.NewGuid().ToString("N");
    }

    private string Given(string field) => HttpMethods.IsPost(Http.Request.Method) ? Http.Request.Form[field].FirstOrDefault() ?? "" : field switch { "who" => "anonymous", "about" => "other", _ => "" };

    private string? ErrorOf(string field) => refusal.ErrorOf(field);

    private async Task SendAsync()
    {
        var form = Http.Request.Form;
        if (Limits.Refuse(Http) is { } tooMany) Refuse(tooMany);
        else if (ComplaintWords.Read<ComplaintClass>(Given("class")) is not { } kind) Refuse(Api.RequestParts.Wrong("/class", Components.Voice.VoiceTexts.Say("PickClass")));
        else if (ComplaintWords.Read<ComplaintAbout>(Given("about")) is not { } about) Refuse(Api.RequestParts.Wrong("/about", Components.Voice.VoiceTexts.Say("PickAbout")));
        else if (ComplaintWords.Read<ComplainantKind>(Given("who")) is not { } who) Refuse(Api.RequestParts.Wrong("/who", Components.Voice.VoiceTexts.Say("PickWho")));
        else if (form.Files.Count > AddEvidence.MostFiles) Refuse(Api.RequestParts.Wrong("/file", Components.Voice.VoiceTexts.Say("TooManyFiles")));
        else
        {
            // An empty file control is sent as a file without a name.
            var streams = form.Files.Where(f => f is { Name: "file", Length: > 0 }).Select(f => f.OpenReadStream()).ToList();
            var filed = await File.HandleAsync(
                new FileComplaint(key, kind, about, Given("which"), Given("agency"), Given("title"), Given("text"), who, Given("name"), Given("contact"), Http.User.FindFirst("sub")?.Value, streams, Components.Text.Language.Code), Http.RequestAborted);
            foreach (var stream in streams) await stream.DisposeAsync();
            if (!filed.Succeeded)
            {
                Refuse(filed.Problem);
                return;
            }

            Seals.Keep(Http, FollowPage.Cookie, FollowPage.Path, new FollowPage.Followed(filed.Value.Number, filed.Value.Secret, true), FollowPage.Life);
            Navigation.NavigateTo(FollowPage.Path);
        }
    }

    private void Refuse(Problem problem)
    {
        refusal = problem;
        RefusedPage.Mark(Http, problem);
    }
}
