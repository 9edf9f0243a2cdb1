using Microsoft.AspNetCore.Components;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Components.Pieces;
using static MppDigital.Web.Office.OfficeTexts;

namespace MppDigital.Web.Office;

public sealed partial class StagePanel
{
    private IReadOnlyList<Colleague> colleagues = [];

    [Parameter, EditorRequired]
    public OfficerView View { get; set; } = null!;

    [Parameter, EditorRequired]
    public StaffMember Staff { get; set; } = null!;

    [Parameter]
    public DeskForm Typed { get; set; } = DeskForm.Empty;

    [Parameter]
    public IReadOnlyList<FieldError> Errors { get; set; } = [];

    [Parameter]
    public EventCallback<string> OnAct { get; set; }

    [Inject]
    private IUseCase<ListColleagues, IReadOnlyList<Colleague>> List { get; set; } = null!;

    [Inject]
    private CurrentRegency Current { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private string? ErrorOf => Errors.FirstOrDefault(e => e.Id == "assignee")?.Message;

    protected override async Task OnParametersSetAsync() =>
        colleagues = [.. (await List.HandleAsync(new ListColleagues(Staff, [.. View.Stages.Where(s => s.Role != "head" && MayAssignIn(s.Agency)).Select(s => s.Agency).Distinct()]), Http.RequestAborted)).Value!.Where(c => c.Sub == Staff.Sub || IsHead(c.Agency) || IsInHands(c.Agency))];

    /// <summary>As the use case decides it: a head, whoever has the file, or an officer for themselves where nobody has it.</summary>
    private bool MayAssignIn(string agency) =>
        IsHead(agency) || (Staff.Seats.Any(s => s.Fits(OfficerRole.Officer, agency)) && View.Stages.Where(s => s.Agency == agency).All(s => !s.InHands || s.Owner?.Sub == Staff.Sub));

    private bool IsHead(string agency) => Staff.Seats.Any(s => s.Fits(OfficerRole.Head, agency));

    private bool IsInHands(string agency) => View.Stages.Any(s => s.Agency == agency && s.InHands);

    private static string Title(StageView stage) => $"{T($"Stage-{stage.Action}")}, {stage.Agency}";
}
