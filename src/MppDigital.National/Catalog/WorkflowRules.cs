using MppDigital.National.Catalog.Definitions;

namespace MppDigital.National.Catalog;

/// <summary>What a workflow must be so that every application filed under it can come to an end.</summary>
internal static class WorkflowRules
{
    private static readonly WorkflowAction[] Needed = [WorkflowAction.Claim, WorkflowAction.Return, WorkflowAction.Approve, WorkflowAction.Refuse];

    public static IEnumerable<DefinitionFault> Check(ServiceDefinition service)
    {
        if (!service.DecidedHere)
        {
            if (service.Workflow.Count > 0) yield return new("$.workflow", "no steps, since nothing is decided here");
            yield break;
        }

        var actions = service.Workflow.Select(w => w.Action).ToList();
        foreach (var needed in Needed.Where(n => !actions.Contains(n))) yield return new("$.workflow", $"a step {Word(needed)}");
        if (service.TwoPerson && !actions.Contains(WorkflowAction.Verify)) yield return new("$.two_person", "false, since nobody verifies before the approval");

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, step) in service.Workflow.Index())
        {
            // Only opinions and visits can be asked of several agencies at once.
            var isFirst = seen.Add(step.Action is WorkflowAction.Visit or WorkflowAction.Recommend ? step.Key : Word(step.Action));
            if (!isFirst) yield return new($"$.workflow[{i}]", step.Action is WorkflowAction.Visit or WorkflowAction.Recommend ? Expectation.Of($"one step {Word(step.Action)} per agency") : Expectation.Of($"one step {Word(step.Action)}"));
            foreach (var fault in Stage(step, $"$.workflow[{i}]", service.ProcessingTime.CatalogStandardWorkingDays)) yield return fault;
        }

        var together = service.Workflow.GroupBy(w => w.Action).Sum(same => same.Max(w => w.LimitWorkingDays ?? 0));
        if (together > service.ProcessingTime.CatalogStandardWorkingDays) yield return new("$.workflow", $"stages of together at most {service.ProcessingTime.CatalogStandardWorkingDays} working days, not {together}");
    }

    private static IEnumerable<DefinitionFault> Stage(WorkflowStep step, string at, int whole)
    {
        var isStage = step.Action is not (WorkflowAction.Return or WorkflowAction.Refuse);
        if (step.LimitWorkingDays is { } days && (!isStage || days < 1 || days > whole)) yield return new($"{at}.limit_working_days", isStage ? Expectation.Of($"1 to {whole} working days, or null") : "null, since this is no stage of its own");
        if (step.Checklist.Count > 0 && step.Action is not (WorkflowAction.Verify or WorkflowAction.Visit or WorkflowAction.Recommend)) yield return new($"{at}.checklist", "none; only verify, visit and recommend have one");
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, item) in step.Checklist.Index())
        {
            if (!DefinitionRules.IsName(item.Code)) yield return new($"{at}.checklist[{i}].code", "a code of small letters, digits and _");
            else if (!codes.Add(item.Code)) yield return new($"{at}.checklist[{i}].code", $"a code of its own ('{item.Code}' is used twice)");
            if (item.LabelId.Length is 0 or > 150) yield return new($"{at}.checklist[{i}].label_id", "a text of 1 to 150 characters");
            if (item.LabelEn.Length is 0 or > 150) yield return new($"{at}.checklist[{i}].label_en", "a text of 1 to 150 characters");
        }
    }

    private static string Word(WorkflowAction action) => action.ToString().ToLowerInvariant();
}
