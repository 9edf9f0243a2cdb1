using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Forms;

namespace MppDigital.Regencies.Applications.Reuse;

/// <summary>What a filed form was spared, and what of the vault is in it.</summary>
internal static class UsedFacts
{
    /// <summary>Needed questions whose answer a register or the vault gave and nobody changed, and papers that needed no upload because the wallet had them.</summary>
    /// <remarks>What the account tells does not count: its owner typed it, once, for us.</remarks>
    public static int NotAsked(ServiceDefinition service, FormCheck form, HeldFacts held, TakenPapers papers) =>
        service.FormFields.Count(f => form.Required.Contains(f.Name) && f.Source?.StartsWith("account.", StringComparison.Ordinal) != true && IsUsed(f, form, held)) + papers.Files.Count;

    /// <summary>Names of facts from the vault that are in the filed form; a value that its owner wrote over is theirs and not the vault's.</summary>
    public static IReadOnlyList<string> OfVault(ServiceDefinition service, FormCheck form, GatheredFacts gathered, TakenPapers papers) =>
    [
        .. service.FormFields.Where(f => gathered.Held.Find(f.Name) is { Vault: not null } && IsUsed(f, form, gathered.Held)).Select(ReusableFacts.NameOf)
            .Concat(papers.Files.Keys.Select(code => gathered.Reuse.Papers[code].Fact)).OfType<string>().Distinct(),
    ];

    private static bool IsUsed(FormField field, FormCheck form, HeldFacts held) => held.ValueFor(field) is { } known && JsonNode.DeepEquals(known, form.Data[field.Name]);
}
