namespace MppDigital.National.Catalog;

public sealed record WorkflowStep
{
    public required WorkflowAction Action { get; init; }

    public required WorkflowRole Role { get; init; }

    /// <summary>Code of the agency whose staff may do it.</summary>
    public required string Agency { get; init; }
}

public enum WorkflowAction
{
    Claim,
    Verify,
    Return,
    Recommend,
    Approve,
    Refuse,
}

public enum WorkflowRole
{
    Officer,
    Head,
    Clerk,
}
