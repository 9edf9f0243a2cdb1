using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Fees;
using MppDigital.Regencies.Officers;

namespace MppDigital.Regencies.Applications;

/// <summary>What an officer can do with an application, by the name it has on the wire in lower case.</summary>
public enum Move
{
    Complete,
    Claim,
    Verify,
    Visit,
    Recommend,
    Return,
    Approve,
    Refuse,
}

/// <summary>The state machine: which move is open in which state, and to whom. The definition's workflow is the only source.</summary>
internal static class ApplicationMoves
{
    public static IReadOnlyList<Move> OpenTo(StaffMember staff, Application application, ServiceDefinition service) =>
        [.. Enum.GetValues<Move>().Where(m => StepFor(staff, m, application, service) is not null && !BreaksTwoPersonRule(staff, m, application, service))];

    /// <summary>The role and agency fit, whatever the state is.</summary>
    public static bool MayDo(StaffMember staff, Move move, ServiceDefinition service) => service.Workflow.Any(s => s.Action == ActionOf(move) && Fits(staff, s));

    /// <summary>The step of the workflow that this person would do with this move now; null when the move is closed to them.</summary>
    public static WorkflowStep? StepFor(StaffMember staff, Move move, Application application, ServiceDefinition service) =>
        OpenSteps(move, application, service).FirstOrDefault(s => Fits(staff, s));

    public static bool BreaksTwoPersonRule(StaffMember staff, Move move, Application application, ServiceDefinition service) =>
        move == Move.Approve && service.TwoPerson && application.VerifiedBy == staff.Sub;

    /// <summary>The citizen's own moves need no seat, only the state.</summary>
    public static bool MayCorrect(Application application) => application.Status == ApplicationStatus.Returned;

    public static bool MayWithdraw(Application application) => application.Status.IsOpen();

    /// <summary>Whose turn it is: the stages not done yet of the first action that has any. Opinions and visits may be several at once.</summary>
    public static IReadOnlyList<WorkflowStep> NextSteps(Application application, ServiceDefinition service) =>
        [.. Stages(service).Where(s => !application.StagesDone.Contains(s.Key)).GroupBy(s => s.Action).OrderBy(g => g.Key).FirstOrDefault() ?? Enumerable.Empty<WorkflowStep>()];

    /// <summary>The stages in the order in which they are done, however the definition lists them.</summary>
    public static IEnumerable<WorkflowStep> Stages(ServiceDefinition service) =>
        service.Workflow.Where(w => w.Action is not (WorkflowAction.Return or WorkflowAction.Refuse)).OrderBy(w => w.Action);

    /// <summary>Writes down whose turn it is, so that an officer's list can be asked for by it.</summary>
    public static void Route(Application application, ServiceDefinition service) =>
        application.WaitFor(application.Status is ApplicationStatus.Submitted or ApplicationStatus.InReview ? NextSteps(application, service).Select(s => s.Key) : []);

    private static IEnumerable<WorkflowStep> OpenSteps(Move move, Application application, ServiceDefinition service)
    {
        if (application.Status is not (ApplicationStatus.Submitted or ApplicationStatus.InReview) || FollowFee.Bars(move, application, service)) return [];
        var complete = application.CompleteAt is not null;
        var next = NextSteps(application, service);
        return move switch
        {
            Move.Complete => complete ? [] : StepsOf(WorkflowAction.Claim, service),
            Move.Return => StepsOf(WorkflowAction.Return, service),
            Move.Refuse => complete && next is [{ Action: WorkflowAction.Approve }] ? StepsOf(WorkflowAction.Refuse, service) : [],
            _ => complete ? next.Where(s => s.Action == ActionOf(move)) : [],
        };
    }

    private static IEnumerable<WorkflowStep> StepsOf(WorkflowAction action, ServiceDefinition service) => service.Workflow.Where(w => w.Action == action);

    private static bool Fits(StaffMember staff, WorkflowStep step) => staff.Seats.Any(s => s.Fits(RoleOf(step.Role), step.Agency));

    private static WorkflowAction ActionOf(Move move) => move switch
    {
        // Declaring a file complete is the duty of those who would claim it next.
        Move.Complete or Move.Claim => WorkflowAction.Claim,
        Move.Verify => WorkflowAction.Verify,
        Move.Visit => WorkflowAction.Visit,
        Move.Recommend => WorkflowAction.Recommend,
        Move.Return => WorkflowAction.Return,
        Move.Approve => WorkflowAction.Approve,
        _ => WorkflowAction.Refuse,
    };

    internal static OfficerRole RoleOf(WorkflowRole role) => role switch
    {
        WorkflowRole.Officer => OfficerRole.Officer,
        WorkflowRole.Head => OfficerRole.Head,
        _ => OfficerRole.Clerk,
    };
}
