using System.Text.Json;
using System.Text.Json.Nodes;

namespace MppDigital.National.Catalog;

/// <summary>What bounds and legal references must keep to within their own definition.</summary>
internal static class OverrideRules
{
    public const string ShorterTime = "shorter_processing_time";
    public const string LocalFee = "local_fee";
    private const string ExtraRequirements = "extra_requirements";

    /// <summary>The longest promise anywhere: the limit by law where silence means yes, else the national standard. Null where another system counts.</summary>
    public static int? NationalDays(ServiceDefinition service) =>
        !service.DecidedHere ? null
        : service.ProcessingTime.DeemedApproval is { Applies: true, AfterWorkingDays: { } days } ? days
        : service.ProcessingTime.CatalogStandardWorkingDays;

    public static IEnumerable<DefinitionFault> Check(ServiceDefinition service) => Bounds(service).Concat(References(service));

    private static IEnumerable<DefinitionFault> Bounds(ServiceDefinition service)
    {
        if (service.OverrideBounds is not { } bounds) yield break;
        const string At = "$.override_bounds";
        if (bounds.ShortestWorkingDays < 0) yield return new($"{At}.shortest_working_days", "0 or more working days");
        if (bounds.ShortestWorkingDays > 0 && NationalDays(service) is not { } national) yield return new($"{At}.shortest_working_days", "0, since nothing is decided here");
        else if (bounds.ShortestWorkingDays > (NationalDays(service) ?? 0)) yield return new($"{At}.shortest_working_days", $"at most {NationalDays(service) ?? 0}, the national time");
        if (bounds.ShortestWorkingDays > 0 && !service.RegencyMayOverride.Contains(ShorterTime)) yield return new($"{At}.shortest_working_days", $"0, since regency_may_override does not name {ShorterTime}");
        if (bounds.Tariff is { } tariff)
        {
            if (tariff.MinimumIdr < 0) yield return new($"{At}.tariff.minimum_idr", "whole rupiah, not negative");
            if (tariff.MaximumIdr < tariff.MinimumIdr) yield return new($"{At}.tariff.maximum_idr", "not less than minimum_idr");
            if (!service.RegencyMayOverride.Contains(LocalFee)) yield return new($"{At}.tariff", $"null, since regency_may_override does not name {LocalFee}");
        }

        if (bounds.AdditionalRequirement && !service.RegencyMayOverride.Any(e => e.StartsWith(ExtraRequirements, StringComparison.Ordinal)))
            yield return new($"{At}.additional_requirement", $"false, since regency_may_override does not name {ExtraRequirements}");
    }

    private static IEnumerable<DefinitionFault> References(ServiceDefinition service)
    {
        if (service.LegalReferences.Count == 0) yield break;
        var written = JsonSerializer.SerializeToNode(service, DefinitionJson.Options);
        foreach (var (i, reference) in service.LegalReferences.Index())
        {
            var at = $"$.legal_references[{i}]";
            if (!Exists(written, reference.Element)) yield return new($"{at}.element", "a JSON pointer to an element of this definition, such as /processing_time");
            if (string.IsNullOrWhiteSpace(reference.Rule)) yield return new($"{at}.rule", "the rule, such as UU 30/2014");
            if (string.IsNullOrWhiteSpace(reference.Article)) yield return new($"{at}.article", "the article, such as art. 53");
        }
    }

    private static bool Exists(JsonNode? node, string pointer)
    {
        if (pointer.Length < 2 || pointer[0] != '/') return false;
        foreach (var name in pointer[1..].Split('/').Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            if (node is JsonArray list && int.TryParse(name, out var index) && index >= 0 && index < list.Count) node = list[index];
            else if (node is JsonObject members && members.ContainsKey(name)) node = members[name];
            else return false;
        }

        return true;
    }
}
