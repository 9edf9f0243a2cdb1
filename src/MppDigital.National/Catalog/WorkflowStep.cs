using System.Text.Json.Serialization;

namespace MppDigital.National.Catalog;

/// <summary>
/// One stage of deciding. Stages follow the order of <see cref="WorkflowAction"/>; several of one action (opinions, visits) are open at the
/// same time, each to its own agency, and the next action waits for all of them.
/// </summary>
public sealed record WorkflowStep
{
    public required WorkflowAction Action { get; init; }

    public required WorkflowRole Role { get; init; }

    /// <summary>Code of the agency whose staff may do it.</summary>
    public required string Agency { get; init; }

    /// <summary>Working days of the whole limit that this stage should take; null where only the whole counts.</summary>
    public int? LimitWorkingDays { get; init; }

    /// <summary>What is looked at before the stage is done.</summary>
    public IReadOnlyList<ChecklistItem> Checklist { get; init; } = [];

    /// <summary>The stage's name within its workflow: <c>recommend@DINKES</c>.</summary>
    [JsonIgnore]
    public string Key => $"{Action.ToString().ToLowerInvariant()}@{Agency}";
}

/// <summary>One line of a stage's checklist.</summary>
public sealed record ChecklistItem
{
    /// <summary>Unique within its stage.</summary>
    public required string Code { get; init; }

    public required string LabelId { get; init; }

    public required string LabelEn { get; init; }

    /// <summary>Without it the stage cannot be done.</summary>
    public required bool Mandatory { get; init; }
}

/// <summary>In the law's order; <see cref="Return"/> and <see cref="Refuse"/> are ways out, not stages.</summary>
public enum WorkflowAction
{
    Claim,
    Verify,

    /// <summary>Somebody goes there and reports.</summary>
    Visit,

    /// <summary>Another agency gives its opinion.</summary>
    Recommend,
    Approve,
    Return,
    Refuse,
}

public enum WorkflowRole
{
    Officer,
    Head,
    Clerk,
}
