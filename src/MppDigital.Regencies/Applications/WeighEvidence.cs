using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications;

/// <summary>Decides for each requirement how it is met, and names those that the citizen still has to bring.</summary>
internal static class WeighEvidence
{
    public static (IReadOnlyList<ApplicationEvidence> Evidence, IReadOnlyList<Requirement> Missing) Of(
        ServiceDefinition service, GatheredFacts facts, IReadOnlyDictionary<string, Guid> files, JsonObject answers, DateTime now)
    {
        var needed = service.Requirements.Select(r => r with { Mandatory = RequirementNeeds.IsMandatory(r, service, answers) }).ToList();
        var missing = needed.Where(r => r.Mandatory && NeedsFile(r, facts) && !files.ContainsKey(r.Code)).ToList();
        var evidence = needed.Select(r => RequirementNeeds.IsAsked(r, service, answers) ? Weigh(r, facts, files.TryGetValue(r.Code, out var file) ? file : null, now) : NotAsked(r, now)).ToList();
        return (evidence, missing);
    }

    /// <summary>True where only the citizen can bring it: no register is asked, or the register knows nothing and the definition lets the citizen step in.</summary>
    public static bool NeedsFile(Requirement requirement, GatheredFacts facts)
    {
        if (facts.Reuse.Papers.ContainsKey(requirement.Code)) return false;
        if (requirement.UploadNeeded) return true;
        if (requirement.Kind != RequirementKind.Document || requirement.OnceOnlySource is not { } source || facts.Confirmed.Contains(requirement.Code)) return false;
        return !facts.Connected.Contains(requirement.Code) || (source.EndsWith("|null", StringComparison.Ordinal) && !facts.Held.IsSilent(source));
    }

    private static ApplicationEvidence NotAsked(Requirement requirement, DateTime now) =>
        new() { Requirement = requirement.Code, Source = requirement.OnceOnlySource ?? "", State = EvidenceState.NotGiven, At = now, LocalText = LocalRequirement.TextOf(requirement) };

    private static ApplicationEvidence Weigh(Requirement requirement, GatheredFacts facts, Guid? file, DateTime now)
    {
        var confirmed = facts.Confirmed.Contains(requirement.Code);
        var state = confirmed ? EvidenceState.Confirmed
            : requirement.MustBeVerified && (requirement.Mandatory || file is not null) ? EvidenceState.Open
            : file is not null || requirement.OnceOnlySource is null ? EvidenceState.Given
            : requirement.Mandatory ? EvidenceState.Open
            : EvidenceState.NotGiven;
        return new ApplicationEvidence
        {
            Requirement = requirement.Code,
            FileId = file,
            Source = requirement.OnceOnlySource ?? "",
            State = state,
            At = now,
            ConfirmedBy = confirmed ? requirement.OnceOnlySource ?? "" : "",
            LocalText = LocalRequirement.TextOf(requirement),
        };
    }
}
