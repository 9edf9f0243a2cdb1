using System.Globalization;
using Microsoft.AspNetCore.Components;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.Components.Text;
using MppDigital.Web.SignIn.StepUp;
using static MppDigital.Web.Office.OfficeTexts;

namespace MppDigital.Web.Office;

/// <summary>What waits for this officer, by the legal limit and by nothing else.</summary>
public sealed partial class Inbox
{
    private const int PerPage = 50;
    private const string Turn = "turn";

    /// <summary>What can be done to several files without looking into each: taking them, and signing what colleagues have checked.</summary>
    private static readonly string[] DoneTogether = ["claim", "approve"];

    private StaffMember? staff;
    private Page<InboxRow> page = new([], null);
    private string? refusal;
    private Alarms alarms = new(0, 0, 0, 0, 0, 0);
    private IReadOnlyList<MovedFile>? moved;
    private string? waiting;
    private DateTime now;
    private DateOnly today;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private IUseCase<ReadInbox, Page<InboxRow>> Read { get; set; } = null!;

    [Inject]
    private IUseCase<CountAlarms, Alarms> Count { get; set; } = null!;

    [Inject]
    private IUseCase<MoveTogether, IReadOnlyList<MovedFile>> Move { get; set; } = null!;

    [Inject]
    private StepUpAnswer StepUp { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private CurrentRegency Current { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "status")]
    private string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? After { get; set; }

    private string Chosen => !string.IsNullOrEmpty(Status) ? Status : waiting is null ? "open" : Turn;

    private IEnumerable<(string Value, string Text)> Filters => Alarming.FirstOrDefault(a => a.Value == Chosen) is { Value: not null } alarming ? [.. Usual, alarming] : Usual;

    /// <summary>Lists to which only an alarm leads.</summary>
    private static (string Value, string Text)[] Alarming => [("warned", T("FilterWarned")), ("late", T("FilterLate")), ("undeclared", T("FilterUndeclared"))];

    private static IEnumerable<(string Value, string Text)> Usual =>
        [("open", T("FilterOpen")), (Turn, T("FilterTurn")), ("mine", T("FilterMine")), ("submitted", T("FilterNew")), ("returned", T("FilterReturned")), ("approved", T("FilterApproved")), ("issued", T("FilterIssued")), ("all", T("FilterAll"))];

    private IReadOnlySet<string> Picked { get; set; } = new HashSet<string>();

    private bool MayPick => Chosen == Turn && Together.Any();

    private IEnumerable<string> Together => DoneTogether.Where(action => page.Items.Any(row => CanBe(row, action)));

    protected override async Task OnInitializedAsync()
    {
        var kept = StepUp.Return(Http);
        if (kept is not null) (waiting, Picked) = (kept["action"], kept.All("files").ToHashSet());
        var found = await Services.GetRequiredService<Callers>().StaffAsync(Http, Http.RequestAborted);
        if (!found.Succeeded)
        {
            Http.Answer(StatusCodes.Status403Forbidden);
            return;
        }

        now = Clock.GetUtcNow().UtcDateTime;
        today = Dates.DateOf(now, Current.Value.Zone);
        await ReadAsync(found.Value);
        staff = found.Value;
    }

    private async Task ReadAsync(StaffMember who)
    {
        var read = await Read.HandleAsync(new ReadInbox(who, Chosen, Search, PerPage, After), Http.RequestAborted);
        if (read.Succeeded) page = read.Value;
        else if (read.Problem.Kind == ProblemKind.Forbidden) refusal = T("NoDesk");
        else refusal = Language.Pick(read.Problem.Detail, read.Problem.DetailEn);
        alarms = (await Count.HandleAsync(new CountAlarms(who), Http.RequestAborted)).Value!;
    }

    private async Task TogetherAsync()
    {
        var form = Http.Request.Form;
        Picked = form["files"].OfType<string>().ToHashSet();
        var files = Picked.Select(p => p.Split(':')).Select(p => new SeenFile(p[0], p.Length == 2 && long.TryParse(p[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1)).ToList();
        var done = await Move.HandleAsync(new MoveTogether(staff!, form["action"].ToString(), files), Http.RequestAborted);
        if (StepUpAnswer.Fits(done.Problem)) await StepUp.LeaveAsync(Http, Navigation);
        if (done.Succeeded) moved = done.Value;
        else (refusal, waiting) = (files.Count == 0 ? T("TogetherNone") : Language.Pick(done.Problem.Detail, done.Problem.DetailEn), null);
        if (!done.Succeeded) Http.Answer(ApiAnswers.StatusOf(done.Problem.Kind));
        await ReadAsync(staff!);
    }

    private static bool CanBe(InboxRow row, string action) => row is { CompleteAt: not null } && row.Waiting?.Action == action;

    private static string PickOf(InboxRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Number}:{row.Version}");

    private static string HolderOf(InboxRow row) => row switch
    {
        { Status: "returned" } => T("HolderCitizen"),
        { Waiting: null } => "–",
        // Who took the file also verifies it; later steps are others'.
        { Mine: true, Waiting.Action: "verify" } => T("HolderYou"),
        { Waiting: { } step } => DeskWords.Whose(step),
    };

    private string Link(string? after) => $"/petugas?status={Uri.EscapeDataString(Chosen)}&q={Uri.EscapeDataString(Search ?? "")}{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}";
}
