using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Platform.Identification;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>One answer that the state already holds.</summary>
/// <param name="Field">Name of the field in the definition.</param>
/// <param name="Source">The register that said so: <c>dukcapil.person</c>.</param>
/// <param name="AsOf">UTC instant of the register's answer.</param>
public sealed record HeldFact(string Field, JsonNode Value, string Source, DateTime AsOf)
{
    /// <summary>How the vault came by it and why it may be used; null for what a register or the account just said.</summary>
    public VaultMark? Vault { get; init; }
}

/// <summary>Why a fact from the vault may be used, and who vouched for it.</summary>
/// <param name="Receipt">Number of the consent; empty where the law takes its place.</param>
/// <param name="Office">An agency's officers approved it; else a register said it.</param>
/// <param name="Regency">Name of the regency where it was filed.</param>
public sealed record VaultMark(string Receipt, bool Office, string Regency);

/// <summary>One of several answers that a register offers for a field, such as the health facilities of the regency.</summary>
public sealed record HeldChoice(string Value, string Label, string Detail);

public enum ApplicantKind
{
    Person,
    Business,
}

/// <summary>What is known of the applicant before the form is shown.</summary>
public sealed class HeldFacts
{
    private readonly Dictionary<string, HeldFact> facts;

    public HeldFacts(IEnumerable<HeldFact> facts, IEnumerable<string> silentSources)
    {
        this.facts = facts.ToDictionary(f => f.Field, StringComparer.Ordinal);
        SilentSources = silentSources.ToHashSet(StringComparer.Ordinal);
    }

    public static HeldFacts None { get; } = new([], []);

    public ApplicantKind Applicant { get; init; }

    /// <summary>Sources that gave no answer today, written as in the definition.</summary>
    public IReadOnlySet<string> SilentSources { get; }

    /// <summary>By field: what a register offers to choose from where it cannot know the answer itself.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<HeldChoice>> Choices { get; init; } = new Dictionary<string, IReadOnlyList<HeldChoice>>();

    public IEnumerable<HeldFact> All => facts.Values;

    public HeldFact? Find(string field) => facts.GetValueOrDefault(field);

    public bool IsSilent(string? source) => source is not null && SilentSources.Contains(source);

    public IReadOnlyList<HeldChoice> ChoicesFor(string field) => Choices.GetValueOrDefault(field, []);

    /// <summary>
    /// The held value in the shape of the field; null when nothing is held or what is held does not fit the form, as when a register names
    /// a profession that this licence is not for.
    /// </summary>
    public JsonNode? ValueFor(FormField field) =>
        Find(field.Name) is not { Value: var value } fact || !(field.Prefilled || fact.Vault is not null) ? null : field.Type switch
        {
            "address" when value is JsonValue street => new JsonObject { ["street"] = street.DeepClone() },
            "enum" => OptionNamed(field, value)?.Value,
            "phone" => IndonesianPhone.TryNormalize(AsText(value), out var e164) ? e164 : null,
            _ => value.DeepClone(),
        };

    /// <summary>Held, and not the applicant's to change. What the vault holds was true when it was verified, so its owner may always correct it.</summary>
    public bool IsFixed(FormField field) => !field.Editable && Find(field.Name) is { Vault: null } && ValueFor(field) is not null;

    /// <summary>A register should answer this field, and did not.</summary>
    public bool IsUnverified(FormField field, JsonNode? answer) =>
        answer is not null && field is { Prefilled: true, Editable: false } && (ValueFor(field) is not { } known || !(IsFixed(field) || JsonNode.DeepEquals(known, answer)))
        && !ChoicesFor(field.Name).Any(c => c.Value == AsText(answer));

    private static FieldOption? OptionNamed(FormField field, JsonNode value)
    {
        var said = AsText(value);
        return field.Options?.FirstOrDefault(o => o.Value == said)
            ?? field.Options?.FirstOrDefault(o => string.Equals(o.Value, said, StringComparison.OrdinalIgnoreCase))
            ?? field.Options?.FirstOrDefault(o => string.Equals(o.LabelId, said, StringComparison.OrdinalIgnoreCase));
    }

    private static string? AsText(JsonNode value) => value is JsonValue scalar && scalar.TryGetValue<string>(out var text) ? text : null;
}
