using System.Globalization;
using Microsoft.AspNetCore.Components;
using MppDigital.National.Catalog;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.Components.Pieces;
using MppDigital.Web.Components.Text;
using MppDigital.Web.SignIn.StepUp;
using static MppDigital.Web.Office.OfficeTexts;

namespace MppDigital.Web.Office;

/// <summary>Everything about one file on one page: what was given, where each fact comes from, what may be done now.</summary>
public sealed partial class Review
{
    private static readonly HashSet<string> DoneWords = ["complete", "claim", "verify", "visit", "recommend", "object", "return", "approve", "refuse", "assign"];

    private readonly List<FieldError> errors = [];
    private StaffMember? staff;
    private OfficerView? view;
    private ServiceDefinition? service;
    private string? refusal;
    private bool revealed;

    [Parameter]
    public string Number { get; set; } = "";

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private IUseCase<ReviewApplication, OfficerView> Read { get; set; } = null!;

    [Inject]
    private IUseCase<RevealNik, OfficerView> Reveal { get; set; } = null!;

    [Inject]
    private IServiceCatalog Catalog { get; set; } = null!;

    [Inject]
    private CurrentRegency Current { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private StepUpAnswer StepUp { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    /// <summary>The file shown on the left; the first when none is asked for.</summary>
    [SupplyParameterFromQuery(Name = "berkas")]
    private string? ChosenFile { get; set; }

    /// <summary>What was done just before, after the redirect.</summary>
    [SupplyParameterFromQuery(Name = "selesai")]
    private string? Done { get; set; }

    /// <summary>Back from the login, where a second factor was shown.</summary>
    private bool Confirmed { get; set; }

    /// <summary>The button that was pressed and refused, or that waited for a second factor.</summary>
    private string? Acted { get; set; }

    private DeskForm Typed { get; set; } = DeskForm.Empty;

    private ApplicationView Application => view!.Application;

    private DayRulerModel? Ruler => Application is { Days.Count: > 0, DueOn: { } due } ? DayRulerModel.From(
        Application.Days[0].Date, due, [.. Application.Days.Skip(1).Where(d => d.Kind != DayKind.Working).Select(d => new RulerSkip(d.Date, d.Holiday?.Name, d.Kind == DayKind.Paused))],
        Application.DecidedAt is null ? Dates.DateOf(Clock.GetUtcNow().UtcDateTime, Current.Value.Zone) : null, service!.ProcessingTime.DeemedApproval is { Applies: true }) : null;

    private string NoRulerReason => Application switch
    {
        { Status: "returned" } => T("LimitStopped"),
        { CompleteAt: null } => T("LimitNotRunningDetail"),
        _ => T("LimitNone"),
    };

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var found = await Services.GetRequiredService<Callers>().StaffAsync(Http, ct);
        if (!found.Succeeded)
        {
            Http.Answer(StatusCodes.Status403Forbidden);
            return;
        }

        staff = found.Value;
        var read = await Read.HandleAsync(new ReviewApplication(staff, Number), ct);
        if (read.Succeeded) Show(read.Value);
        else Refuse(read.Problem);
        if (StepUp.Return(Http) is { } kept) (Confirmed, Acted, Typed) = (true, kept.Form, DeskForm.Empty with { Reason = kept["reason"] ?? "" });
    }

    private async Task ActAsync(string action)
    {
        var form = Http.Request.Form;
        Acted = action;
        Typed = DeskForm.Of(form);
        var desk = new DeskRequest(staff!, Number, long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null);
        var moved = await DeskMoves.HandleAsync(Services, action, desk, Typed, Http.RequestAborted);
        if (moved.Succeeded) Navigation.NavigateTo($"/petugas/permohonan/{Uri.EscapeDataString(Number)}?selesai={action}");
        else if (StepUpAnswer.Fits(moved.Problem)) await StepUp.LeaveAsync(Http, Navigation);
        else Refuse(moved.Problem);
    }

    private async Task RevealAsync()
    {
        var read = await Reveal.HandleAsync(new RevealNik(staff!, Number), Http.RequestAborted);
        revealed = read.Succeeded;
        if (read.Succeeded) Show(read.Value);
        else Refuse(read.Problem);
    }

    private void Show(OfficerView shown)
    {
        view = shown;
        service = LocalRequirement.AsFiled(Catalog.Find(shown.Application.Service, shown.Application.CatalogVersion)!.Definition, shown.Application);
    }

    private string IdOf(string pointer) => pointer.Split('/')[1] switch
    {
        "fields" => "fields",
        "note" => Acted == "object" ? "object-note" : "note",
        "checks" => "checks-done",
        "to" or "agency" => "assignee",
        _ => Acted switch { "refuse" => "refuse-reason", "approve" => "approve-reason", _ => "reason" },
    };

    /// <summary>Says why, and shows the present state where somebody else was faster.</summary>
    private void Refuse(Problem problem)
    {
        Http.Answer(ApiAnswers.StatusOf(problem.Kind));
        refusal = Language.Pick(problem.Detail, problem.DetailEn);
        if (problem.Current is OfficerView current) Show(current);
        foreach (var (pointer, texts) in problem.Errors) errors.AddRange(texts.Select(text => new FieldError(IdOf(pointer), Language.IsEnglish ? T($"Mend-{IdOf(pointer)}") : text)));
    }
}
