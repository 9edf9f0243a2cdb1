using MppDigital.National.Catalog;
using MppDigital.Platform.Calendar;
using MppDigital.Regencies.Applications;
using MppDigital.Web.Components.Pieces;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Applications;

/// <summary>How far an application is, for its owner and, without reasons, for whoever holds the receipt.</summary>
public sealed record Progress(
    string Number, ServiceDefinition Service, string Status, bool Deemed, DateTimeOffset? CompleteAt, DateOnly? DueOn, bool Provisional, IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<LegalDay> Days)
{
    private static readonly WorkflowAction[] Forward = [WorkflowAction.Claim, WorkflowAction.Verify, WorkflowAction.Visit, WorkflowAction.Recommend, WorkflowAction.Approve];

    public string ServiceName => Language.Pick(Service.ShortName, Service.NameEn);

    public bool IsOpen => Status is "submitted" or "in-review" or "returned";

    /// <summary>The register that is making the product of what was approved; null at any other time.</summary>
    public string? MadeBy => Status == "approved" ? Service.Product.IssuedBy?.Register : null;

    /// <summary>Decided, and its signer has not signed yet.</summary>
    public bool AwaitsSignature => Status == "approved" && MadeBy is null;

    /// <summary>Steps of staff that are still to come, the one that holds the file first.</summary>
    public IReadOnlyList<WorkflowStep> Ahead
    {
        get
        {
            // Opinions and visits of several agencies are told apart by their number: the timeline names no agency.
            return !IsOpen ? [] : [.. Service.Workflow.Where(s => Forward.Contains(s.Action)).GroupBy(s => s.Action).OrderBy(g => g.Key)
                .SelectMany(same => same.Skip(Timeline.Count(t => PastOf(same.Key).Contains(t.Kind))))];
        }
    }

    public DayRulerModel? Ruler(DateOnly today) =>
        !IsOpen || DueOn is not { } due || CompleteAt is not { } complete ? null
            : DayRulerModel.From(DateOnly.FromDateTime(complete.DateTime), due, [.. Days.Where(d => d.Kind != DayKind.Working && d.Date > DateOnly.FromDateTime(complete.DateTime)).Select(d => new RulerSkip(d.Date, d.Holiday?.Name, d.Kind == DayKind.Paused))], today, Service.ProcessingTime.DeemedApproval is { Applies: true });

    public static Progress Of(ApplicationView view, ServiceDefinition service) => new(view.Number, service, view.Status, view.Deemed, view.CompleteAt, view.DueOn, view.Provisional, view.Timeline, view.Days);

    public static Progress Of(TrackedApplication view, ServiceDefinition service) => new(view.Number, service, view.Status, view.Deemed, view.CompleteAt, view.DueOn, view.Provisional, view.Timeline, view.Days);

    private static string[] PastOf(WorkflowAction action) => action switch
    {
        WorkflowAction.Claim => ["claimed"],
        WorkflowAction.Verify => ["verified"],
        WorkflowAction.Visit => ["visited"],
        WorkflowAction.Recommend => ["recommended", "advised-against"],
        _ => ["approved"],
    };
}
