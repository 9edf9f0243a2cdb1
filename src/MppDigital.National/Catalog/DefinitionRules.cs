using MppDigital.National.Catalog.Definitions;
using MppDigital.National.Catalog.Templates;

namespace MppDigital.National.Catalog;

/// <summary>What is wrong at which place (JSON path) of a definition, said as what is expected there.</summary>
public sealed record DefinitionFault(string Path, Expectation Expected);

/// <summary>The rules that JSON types cannot say. All faults are found at once, so that an author mends a definition in one go.</summary>
internal static class DefinitionRules
{
    internal static readonly HashSet<string> FeeTypes = ["free", "pnbp", "retribusi", "pajak_daerah", "pajak_provinsi", "tarif"];
    internal static readonly HashSet<string> Actors = ["pemohon", "petugas", "pejabat", "sistem", "tim"];

    public static IReadOnlyList<DefinitionFault> Check(ServiceDefinition service) =>
        [.. Texts(service), .. Requirements(service), .. Steps(service), .. WorkflowRules.Check(service), .. Time(service), .. FeeRules.Check(service), .. ProductRules.Check(service), .. TemplateRules.Check(service), .. FormStructure.Check(service), .. OverrideRules.Check(service), .. SubjectRules.Check(service)];

    private static IEnumerable<DefinitionFault> Texts(ServiceDefinition service)
    {
        if (!IsServiceCode(service.Code)) yield return new("$.code", "a code such as DPM-SIP-04");
        if (service.Agency.Code.Length is 0 or > 12) yield return new("$.agency.code", "a code of 1 to 12 letters");
        foreach (var (path, text, longest) in new (string, string, int)[]
                 {
                     ("$.name_id", service.NameId, 150), ("$.name_en", service.NameEn, 150), ("$.short_name", service.ShortName, 40),
                     ("$.description_id", service.DescriptionId, 300), ("$.description_en", service.DescriptionEn, 300),
                 })
        {
            if (string.IsNullOrWhiteSpace(text) || text.Length > longest) yield return new(path, $"a text of 1 to {longest} characters");
        }

        if (service.Confidence is not ("verified" or "common-knowledge")) yield return new("$.confidence", "verified or common-knowledge");
        if (service.LegalBasis.Count == 0) yield return new("$.legal_basis", "at least one rule");
        if (service.Delivery.Outside is not { } outside) yield break;
        if (service.DecidedHere) yield return new("$.delivery.outside", "null, since this service is decided here");
        if (outside.System is not null && (outside.System != "oss" || service.Delivery.Mode != DeliveryMode.Handoff)) yield return new("$.delivery.outside.system", "oss for a hand-off that OSS decides, or null");
        if (outside.Address is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var site) && site is { Scheme: "https", IsDefaultPort: true, UserInfo: "", HostNameType: UriHostNameType.Dns } && site.Host.Contains('.', StringComparison.Ordinal)))
            yield return new("$.delivery.outside.address", "an address such as https://oss.go.id");
    }

    private static IEnumerable<DefinitionFault> Requirements(ServiceDefinition service)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, requirement) in service.Requirements.Index())
        {
            var at = $"$.requirements[{i}]";
            if (!IsName(requirement.Code)) yield return new($"{at}.code", "a code of small letters, digits and _");
            else if (!seen.Add(requirement.Code)) yield return new($"{at}.code", $"a code of its own ('{requirement.Code}' is used twice)");
            if (requirement.NameId.Length == 0) yield return new($"{at}.name_id", "a name");
            if (requirement.NameEn.Length == 0) yield return new($"{at}.name_en", "a name");
            if (requirement.OnceOnlySource is not { } source) continue;
            var parts = source.Split('|');
            var unknown = parts.Where((p, n) => !(FieldTypes.Registers.Contains(p) || (p == "null" && n > 0 && n == parts.Length - 1))).FirstOrDefault();
            if (unknown is not null) yield return new($"{at}.once_only_source", $"known registers ('{unknown}' is none)");
        }
    }

    private static IEnumerable<DefinitionFault> Steps(ServiceDefinition service)
    {
        if (service.Steps.Count == 0) yield return new("$.steps", "at least one step");
        foreach (var (i, step) in service.Steps.Index())
        {
            if (step.Order != i + 1) yield return new($"$.steps[{i}].order", $"{i + 1}");
            if (!Actors.Contains(step.Actor)) yield return new($"$.steps[{i}].actor", $"one of {string.Join(", ", Actors)}");
        }
    }

    private static IEnumerable<DefinitionFault> Time(ServiceDefinition service)
    {
        var time = service.ProcessingTime;
        if (time.CatalogStandardWorkingDays is < 0 or > 250) yield return new("$.processing_time.catalog_standard_working_days", "0 to 250 working days");
        if (time.DeemedApproval is not { Applies: true, AfterWorkingDays: { } days }) yield break;
        if (!service.DecidedHere) yield break;
        if (days < time.CatalogStandardWorkingDays || days > 250) yield return new("$.processing_time.deemed_approval.after_working_days", "not less than the standard time, at most 250");
    }

    internal static bool IsName(string text) => text.Length is > 0 and <= 40 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    private static bool IsServiceCode(string text) =>
        text.Length is >= 3 and <= 20 && char.IsAsciiLetterUpper(text[0]) && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-');
}
