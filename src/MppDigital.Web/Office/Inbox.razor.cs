using Microsoft.AspNetCore.Components;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.Components.Text;
using static MppDigital.Web.Office.OfficeTexts;

namespace MppDigital.Web.Office;

/// <summary>What waits for this officer, by the legal limit and by nothing else.</summary>
public sealed partial class Inbox
{
    private const int PerPage = 50;

    private StaffMember? staff;
    private Page<InboxRow> page = new([], null);
    private string? refusal;
    private int undeclared;
    private DateTime now;
    private DateOnly today;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private IUseCase<ReadInbox, Page<InboxRow>> Read { get; set; } = null!;

    [Inject]
    private IUseCase<CountUndeclared, int> Count { get; set; } = null!;

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

    private string Chosen => string.IsNullOrEmpty(Status) ? "open" : Status;

    private IEnumerable<(string Value, string Text)> Filters => Chosen == "undeclared" ? [.. Usual, ("undeclared", T("FilterUndeclared"))] : Usual;

    private static IEnumerable<(string Value, string Text)> Usual =>
        [("open", T("FilterOpen")), ("mine", T("FilterMine")), ("submitted", T("FilterNew")), ("returned", T("FilterReturned")), ("issued", T("FilterIssued")), ("all", T("FilterAll"))];

    protected override async Task OnInitializedAsync()
    {
        var found = await Services.GetRequiredService<Callers>().StaffAsync(Http, Http.RequestAborted);
        if (!found.Succeeded)
        {
            Http.Answer(StatusCodes.Status403Forbidden);
            return;
        }

        now = Clock.GetUtcNow().UtcDateTime;
        today = Dates.DateOf(now, Current.Value.Zone);
        var read = await Read.HandleAsync(new ReadInbox(found.Value, Chosen, Search, PerPage, After), Http.RequestAborted);
        if (read.Succeeded) page = read.Value;
        else if (read.Problem.Kind == ProblemKind.Forbidden) refusal = T("NoDesk");
        else refusal = Language.Pick(read.Problem.Detail, read.Problem.DetailEn);
        undeclared = (await Count.HandleAsync(new CountUndeclared(found.Value), Http.RequestAborted)).Value;
        staff = found.Value;
    }

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
