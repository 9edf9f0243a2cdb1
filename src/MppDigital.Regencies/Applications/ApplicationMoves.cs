using MppDigital.National.Catalog;
using MppDigital.Regencies.Officers;

namespace MppDigital.Regencies.Applications;

/// <summary>What an officer can do with an application, by the name it has on the wire in lower case.</summary>
public enum Move
{
    Complete,
    Claim,
    Verify,
    Recommend,
    Return,
    Approve,
    Refuse,
}

/// <summary>The state machine: which move is open in which state, and to whom. The definition's workflow is the only source.</summary>
internal static class ApplicationMoves
{
    public static IReadOnlyList<Move> OpenTo(StaffMember staff, Application application, ServiceDefinition service) =>
        [.. Enum.GetValues<Move>().Where(m => MayDo(staff, m, service) && IsOpen(m, application, service) && !BreaksTwoPersonRule(staff, m, application, service))];

    /// <summary>The role and agency fit, whatever the state is.</summary>
    public static bool MayDo(StaffMember staff, Move move, ServiceDefinition service) =>
        StepOf(move, service) is { } step && staff.Seats.Any(s => s.Fits(RoleOf(step.Role), step.Agency));

    public static bool IsOpen(Move move, Application application, ServiceDefinition service)
    {
        if (application.Status is not (ApplicationStatus.Submitted or ApplicationStatus.InReview)) return false;
        var complete = application.CompleteAt is not null;
        return move switch
        {
            Move.Complete => !complete,
            Move.Return => StepOf(move, service) is not null,
            Move.Refuse => complete && NextStep(application, service) == WorkflowAction.Approve,
            _ => complete && NextStep(application, service) == ActionOf(move),
        };
    }

    public static bool BreaksTwoPersonRule(StaffMember staff, Move move, Application application, ServiceDefinition service) =>
        move == Move.Approve && service.TwoPerson && application.VerifiedBy == staff.Sub;

    /// <summary>Whose turn it is: claim, verify, recommend, approve, as far as the definition has them.</summary>
    public static WorkflowAction? NextStep(Application application, ServiceDefinition service) => Steps(service).Skip(application.StepsDone).Cast<WorkflowAction?>().FirstOrDefault();

    private static IEnumerable<WorkflowAction> Steps(ServiceDefinition service) =>
        service.Workflow.Select(w => w.Action).Where(a => a is not (WorkflowAction.Return or WorkflowAction.Refuse)).Order(StepOrder.Instance);

    private static WorkflowStep? StepOf(Move move, ServiceDefinition service) => service.Workflow.FirstOrDefault(w => w.Action == ActionOf(move));

    private static WorkflowAction ActionOf(Move move) => move switch
    {
        // Declaring a file complete is the duty of those who would claim it next.
        Move.Complete or Move.Claim => WorkflowAction.Claim,
        Move.Verify => WorkflowAction.Verify,
        Move.Recommend => WorkflowAction.Recommend,
        Move.Return => WorkflowAction.Return,
        Move.Approve => WorkflowAction.Approve,
        _ => WorkflowAction.Refuse,
    };

    private static OfficerRole RoleOf(WorkflowRole role) => role switch
    {
        WorkflowRole.Officer => OfficerRole.Officer,
        WorkflowRole.Head => OfficerRole.Head,
        _ => OfficerRole.Clerk,
    };

    /// <summary>The law's order, however the definition lists them.</summary>
    private sealed class StepOrder : IComparer<WorkflowAction>
    {
        public static readonly StepOrder Instance = new();

        public int Compare(WorkflowAction x, WorkflowAction y) => Rank(x).CompareTo(Rank(y));

        private static int Rank(WorkflowAction action) => action switch { WorkflowAction.Claim => 0, WorkflowAction.Verify => 1, WorkflowAction.Recommend => 2, _ => 3 };
    }
}
