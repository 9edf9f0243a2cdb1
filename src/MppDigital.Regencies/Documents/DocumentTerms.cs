using System.Globalization;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Documents;

/// <summary>What the definition says of a document apart from its words: until when it holds, and as what somebody signs.</summary>
internal static class DocumentTerms
{
    /// <param name="issuedOn">In the zone of the regency.</param>
    /// <returns>Null: it has no end.</returns>
    public static DateOnly? EndOf(ServiceProduct product, JsonObject answers, DateOnly issuedOn) =>
        product.ValidUntilAnswer is { } asked
            ? DateOnly.TryParseExact(answers[asked]?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) ? last : null
            : product.ValidityYears is { } years ? issuedOn.AddYears(years) : null;

    /// <summary>Where no template says it. An approval that the definition leaves to officers is not signed by a head.</summary>
    public static string RoleOf(ServiceDefinition service, string agency, string regency) =>
        $"{(service.Workflow.FirstOrDefault(w => w.Action == WorkflowAction.Approve) is { Role: not WorkflowRole.Head } ? "Petugas" : "Kepala")} {agency} {regency}";
}
