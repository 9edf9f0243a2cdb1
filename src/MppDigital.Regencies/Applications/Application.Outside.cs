using MppDigital.Regencies.Applications.Handoffs;

namespace MppDigital.Regencies.Applications;

/// <content>What another system decides.</content>
internal sealed partial class Application
{
    /// <summary>
    /// Follows the system that decides. It issues its own documents, so a grant ends here as approved; what it returns is mended there, so the
    /// applicant is told and no clock of ours stops.
    /// </summary>
    public void FollowOutside(OutsideState state, DateTime at)
    {
        var (status, kind) = state switch
        {
            OutsideState.Received => (Status, "passed-on"),
            OutsideState.InProcess => (ApplicationStatus.InReview, "outside-in-process"),
            OutsideState.Returned => (ApplicationStatus.InReview, "outside-returned"),
            OutsideState.Granted => (ApplicationStatus.Approved, "outside-granted"),
            OutsideState.Refused => (ApplicationStatus.Refused, "outside-refused"),
            OutsideState.Cancelled => (ApplicationStatus.Withdrawn, "outside-cancelled"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Nothing has happened yet."),
        };
        if (status is ApplicationStatus.Submitted or ApplicationStatus.InReview) Status = status;
        else Decide(status, at);
        Record(kind, ActorKind.System, "system", at);
    }
}
