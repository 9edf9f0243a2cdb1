using MppDigital.National.Catalog;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>One stage of the workflow as it stands for one file.</summary>
/// <param name="State"><c>done</c>, <c>open</c> or <c>later</c></param>
/// <param name="Owner">Who answers for it: the officer in whose hands the file is, else the head; null where the regency has neither.</param>
/// <param name="At">When it was done.</param>
/// <param name="By">Who did it.</param>
/// <param name="DueOn">Last working day for the stage where the definition gives it one.</param>
/// <param name="InFavour">Of an opinion: for or against; null for the rest.</param>
/// <param name="Note">What the officer wrote.</param>
public sealed record StageView(
    string Action, string Role, string Agency, string State, StagePerson? Owner, DateTimeOffset? At, StagePerson? By, DateOnly? DueOn, bool Late, bool? InFavour, string Note, IReadOnlyList<CheckView> Checklist)
{
    /// <summary>An officer has the file for this stage; otherwise the head only answers for it.</summary>
    public bool InHands { get; init; }
}

public sealed record StagePerson(string Sub, string Name);

public sealed record CheckView(string Code, string LabelId, string LabelEn, bool Mandatory, bool Checked);

/// <summary>Builds the stages of a loaded file.</summary>
internal sealed class StageViews(RegencySecrets secrets, CurrentRegency current, TimeProvider clock)
{
    private static readonly string[] Kinds = ["claimed", "verified", "visited", "recommended", "advised-against", "approved"];

    /// <param name="people">Everybody of whom the file speaks and every head, by sub.</param>
    public IReadOnlyList<StageView> Of(Application application, ServiceDefinition service, WorkingCalendar calendar, IReadOnlyList<Officer> people)
    {
        var open = application.Status.IsOpen() ? ApplicationMoves.NextSteps(application, service).Select(s => s.Key).ToHashSet() : [];
        var began = application.CompleteAt;
        var stages = new List<StageView>();
        foreach (var same in ApplicationMoves.Stages(service).GroupBy(s => s.Action))
        {
            var done = same.Select(s => (Stage: s, Work: WorkOf(application, s))).ToList();
            stages.AddRange(done.Select(d => View(application, d.Stage, d.Work, open.Contains(d.Stage.Key), DueOf(application, d.Stage, began, calendar), people)));
            began = done.All(d => d.Work is not null) ? done.Max(d => d.Work!.At) : null;
        }

        return stages;
    }

    private StageView View(Application application, WorkflowStep stage, ApplicationEvent? work, bool isOpen, DateOnly? due, IReadOnlyList<Officer> people)
    {
        var ticked = work?.Fields.Split(' ') ?? [];
        var today = LegalClock.DateOf(clock.GetUtcNow().UtcDateTime, current.Value.Zone);
        return new StageView(
            stage.Action.ToString().ToLowerInvariant(), stage.Role.ToString().ToLowerInvariant(), stage.Agency,
            work is not null ? "done" : isOpen ? "open" : "later",
            OwnerOf(application, stage, people), work is null ? null : current.Value.At(work.At), work is null ? null : Named(work.Actor, people),
            due, due < (work is null ? today : LegalClock.DateOf(work.At, current.Value.Zone)) && (work is not null || isOpen),
            work?.Kind switch { "recommended" => true, "advised-against" => false, _ => null },
            work is null ? "" : secrets.OpenReason(work.Reason),
            [.. stage.Checklist.Select(c => new CheckView(c.Code, c.LabelId, c.LabelEn, c.Mandatory, ticked.Contains(c.Code)))])
        {
            InHands = stage.Role != WorkflowRole.Head && application.Owners.Any(o => o.Agency == stage.Agency),
        };
    }

    private DateOnly? DueOf(Application application, WorkflowStep stage, DateTime? began, WorkingCalendar calendar) =>
        began is { } since && stage.LimitWorkingDays is { } days
            ? LegalClock.Due(calendar, current.Value.Zone, since, days, [.. application.Pauses.Where(p => p.ToAt is null || p.ToAt > since).Select(p => new Pause(p.FromAt, p.ToAt))])?.DueOn
            : null;

    private static ApplicationEvent? WorkOf(Application application, WorkflowStep stage) =>
        application.Events.FirstOrDefault(e => Kinds.Contains(e.Kind) && (e.Agency == stage.Agency || e.Agency.Length == 0) && e.Kind == PastOf(stage.Action, e.Kind));

    private static string PastOf(WorkflowAction action, string kind) => action switch
    {
        WorkflowAction.Claim => "claimed",
        WorkflowAction.Verify => "verified",
        WorkflowAction.Visit => "visited",
        WorkflowAction.Recommend => kind == "advised-against" ? kind : "recommended",
        _ => "approved",
    };

    /// <summary>Nothing lies in nobody's hands: where no officer has it, the head of the agency, or else of the hall, answers.</summary>
    private static StagePerson? OwnerOf(Application application, WorkflowStep stage, IReadOnlyList<Officer> people)
    {
        if (stage.Role != WorkflowRole.Head && application.Owners.FirstOrDefault(o => o.Agency == stage.Agency) is { } owner) return Named(owner.Sub, people);
        var head = people.Where(p => p.Role == OfficerRole.Head && (p.Agency == stage.Agency || p.Agency.Length == 0)).OrderByDescending(p => p.Agency.Length).ThenBy(p => p.Id).FirstOrDefault();
        return head is null ? null : new StagePerson(head.Sub, head.Name);
    }

    private static StagePerson Named(string sub, IReadOnlyList<Officer> people) => new(sub, people.FirstOrDefault(p => p.Sub == sub)?.Name ?? "");
}
