using Microsoft.AspNetCore.Components;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Components.Pieces;
using MppDigital.Web.Components.Text;
using static MppDigital.Web.Office.OfficeTexts;

namespace MppDigital.Web.Office;

public sealed partial class ReviewDecision
{
    private static readonly string[] Forward = ["complete", "claim", "verify", "visit", "recommend", "approve"];

    [Parameter, EditorRequired]
    public OfficerView View { get; set; } = null!;

    [Parameter, EditorRequired]
    public ServiceDefinition Service { get; set; } = null!;

    [Parameter, EditorRequired]
    public StaffMember Staff { get; set; } = null!;

    /// <summary>The button that was just refused; its form stays open.</summary>
    [Parameter]
    public string? Acted { get; set; }

    [Parameter]
    public DeskForm Typed { get; set; } = DeskForm.Empty;

    [Parameter]
    public IReadOnlyList<FieldError> Errors { get; set; } = [];

    [Parameter]
    public EventCallback<string> OnAct { get; set; }

    private List<string> Steps => [.. Forward.Where(Allows)];

    /// <summary>The step that would be next and is not this officer's now; shown with its reason.</summary>
    private string? Blocked => Steps.Count > 0 || View.Waiting is null ? null : View.Application.CompleteAt is null ? "complete" : View.Waiting.Action;

    private string BlockedReason =>
        View.Application.Status == "returned" ? T("BlockedReturned")
        : View.Application.CompleteAt is null ? T("BlockedIncomplete", DeskWords.Whose(View.Waiting!))
        : Service.TwoPerson && View.Waiting is { Action: "approve" } step && HoldsSeat(step) ? T("BlockedSamePerson")
        : T("BlockedOther", DeskWords.Whose(View.Waiting!));

    private string NextHint => Steps[0] switch
    {
        "approve" => T("HintApprove"),
        "complete" => T("HintComplete"),
        _ when Service.TwoPerson => T("HintTwoPerson"),
        _ => T("HintNext"),
    };

    private List<string> OpenEvidence =>
        [.. View.Application.Evidence.Where(e => e.State == "open").Select(e => Service.Requirements.FirstOrDefault(r => r.Code == e.Requirement)).OfType<Requirement>().Select(r => Language.Pick(r.NameId, r.NameEn))];

    /// <summary>What the citizen can mend: answers that are not held elsewhere, and files.</summary>
    private IEnumerable<(string Code, string Label)> Mendable => Service.FormFields.Where(f => f.Compute is null && (!f.Prefilled || f.Editable)).Select(f => (f.Name, Language.Pick(f.Label, f.LabelEn)))
        .Concat(Service.Requirements.Where(r => r.UploadNeeded || View.Files.Any(f => f.Requirement == r.Code)).Select(r => (r.Code, Language.Pick(r.NameId, r.NameEn))));

    /// <summary>The stage behind a button, for its checklist; null for what is no stage.</summary>
    private StageView? StageOf(string action) => View.Stages.FirstOrDefault(s => s.Action == action && s.State == "open" && Staff.Seats.Any(seat => Enum.TryParse<OfficerRole>(s.Role, ignoreCase: true, out var role) && seat.Fits(role, s.Agency)));

    private IEnumerable<StageView> Objections => View.Stages.Where(s => s.InFavour == false);

    private bool Allows(string action) => View.Actions.Contains(action);

    private string? ErrorOf(string id) => Errors.FirstOrDefault(e => e.Id == id)?.Message;

    private bool HoldsSeat(NextStepView step) => Enum.TryParse<OfficerRole>(step.Role, ignoreCase: true, out var role) && Staff.Seats.Any(s => s.Fits(role, step.Agency));
}
