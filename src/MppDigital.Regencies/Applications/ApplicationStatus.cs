namespace MppDigital.Regencies.Applications;

/// <summary>The statuses of the contract; complete is not one of them but an instant.</summary>
public enum ApplicationStatus
{
    Submitted,
    InReview,
    Returned,
    Approved,
    Issued,
    Refused,
    Withdrawn,
}

public static class ApplicationStatuses
{
    /// <summary>The name on the wire: <c>in-review</c>.</summary>
    public static string Wire(this ApplicationStatus status) => status switch
    {
        ApplicationStatus.Submitted => "submitted",
        ApplicationStatus.InReview => "in-review",
        ApplicationStatus.Returned => "returned",
        ApplicationStatus.Approved => "approved",
        ApplicationStatus.Issued => "issued",
        ApplicationStatus.Refused => "refused",
        _ => "withdrawn",
    };

    /// <summary>Still to be decided by somebody.</summary>
    public static bool IsOpen(this ApplicationStatus status) => status is ApplicationStatus.Submitted or ApplicationStatus.InReview or ApplicationStatus.Returned;
}
