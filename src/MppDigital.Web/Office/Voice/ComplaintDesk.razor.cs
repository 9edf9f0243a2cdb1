using System.Globalization;
using Microsoft.AspNetCore.Components;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Feedback;
using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.Office.Voice;

/// <summary>One complaint at the desk: what was said, what happened, and the one next step that is this person's.</summary>
public sealed partial class ComplaintDesk : ComponentBase
{
    private StaffMember? staff;
    private ComplaintSheet? sheet;
    private ShownComplainant? who;
    private Problem? refusal;
    private string text = "";
    private string agency = "";
    private string officer = "";
    private IReadOnlyList<Answerer> answerers = [];

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [Parameter] public string Number { get; set; } = "";

    [Inject] private IServiceProvider Services { get; set; } = null!;

    [Inject] private CurrentRegency Current { get; set; } = null!;

    [Inject] private IServiceCatalog Catalog { get; set; } = null!;

    [Inject] private IUseCase<ReviewComplaint, ComplaintSheet> Review { get; set; } = null!;

    [Inject] private IUseCase<MoveComplaint, ComplaintSheet> Move { get; set; } = null!;

    [Inject] private IUseCase<ListAnswerers, IReadOnlyList<Answerer>> ListAnswerers { get; set; } = null!;

    [Inject] private IUseCase<RevealComplainant, ShownComplainant> Reveal { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    // The step that most come for stands first.
    private IEnumerable<ComplaintMove> Buttons => sheet!.Moves.OrderByDescending(m => m == ComplaintMove.Answer);

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        staff = (await Services.GetRequiredService<Callers>().StaffAsync(Http, Http.RequestAborted)).Value;
        if (staff is null) Http.Answer(StatusCodes.Status403Forbidden);
        else await ReadAsync();
        if (staff is not null && sheet is null) Http.AnswerNotFound();
    }

    private async Task ReadAsync()
    {
        sheet = (await Review.HandleAsync(new ReviewComplaint(staff!, Number), Http.RequestAborted)).Value;
        if (sheet is { } seen && (seen.Officer.Length > 0 || seen.Moves.Contains(ComplaintMove.Assign))) answerers = (await ListAnswerers.HandleAsync(new ListAnswerers(staff!), Http.RequestAborted)).Value ?? [];
    }

    private async Task MoveAsync()
    {
        var form = Http.Request.Form;
        (text, agency, officer) = (form["text"].FirstOrDefault() ?? "", form["agency"].FirstOrDefault() ?? "", form["officer"].FirstOrDefault() ?? "");
        // Whoever picks a person has picked the agency too.
        if (agency.Length == 0) agency = answerers.FirstOrDefault(a => a.Sub == officer)?.Agency ?? "";
        if (ComplaintWords.Read<ComplaintMove>(form["move"].FirstOrDefault()) is not { } move)
        {
            Over();
            return;
        }

        long? version = long.TryParse(form["version"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;
        var moved = await Move.HandleAsync(new MoveComplaint(staff!, Number, version, move, ComplaintWords.Read<ComplaintClass>(form["class"].FirstOrDefault()), agency, text, officer), Http.RequestAborted);
        if (moved.Succeeded)
        {
            Navigation.NavigateTo($"/petugas/pengaduan/{sheet!.View.Number}");
            return;
        }

        Refuse(moved.Problem);
        await ReadAsync();
    }

    private async Task RevealAsync()
    {
        var shown = await Reveal.HandleAsync(new RevealComplainant(staff!, Number), Http.RequestAborted);
        if (shown.Succeeded) who = shown.Value;
        else Refuse(shown.Problem);
    }

    private void Over() => Refuse(new Problem(ProblemKind.Conflict, "illegal-transition", "Langkah ini tidak dapat dilakukan pada keadaan sekarang. Lihat keadaan terbaru di bawah.") { DetailEn = "This step is not possible in the present state. The present state is below." });

    private void Refuse(Problem problem)
    {
        refusal = problem;
        RefusedPage.Mark(Http, problem);
    }
}
