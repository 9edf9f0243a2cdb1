using System.Text.Json;

namespace MppDigital.Connectors.Facts;

/// <summary>Named values, as JSON that goes into the form data unchanged.</summary>
public sealed class FactSet
{
    private readonly Dictionary<string, JsonElement> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<FactChoice>> choices = new(StringComparer.Ordinal);
    private readonly HashSet<string> unmet = new(StringComparer.Ordinal);
    private bool remembered;

    /// <summary>All values, by source, or by <c>source#field</c> where one source fills several fields differently.</summary>
    public IReadOnlyDictionary<string, JsonElement> Values => values;

    /// <summary>The value for a field of a form; null when the register leaves it to the applicant.</summary>
    /// <param name="source">As in the definition, alternatives included.</param>
    /// <param name="field">Name of the field in the definition.</param>
    public JsonElement? ValueFor(string source, string field)
    {
        foreach (var one in FactSources.Alternatives(source))
        {
            if (values.TryGetValue($"{one}#{field}", out var ofField)) return ofField;
            if (values.TryGetValue(one, out var ofSource)) return ofSource;
        }

        return null;
    }

    /// <summary>What the applicant may choose from, in the order to show; empty where the field is no choice.</summary>
    public IReadOnlyList<FactChoice> ChoicesFor(string source, string field) =>
        FactSources.Alternatives(source).Select(one => choices.GetValueOrDefault($"{one}#{field}")).FirstOrDefault(c => c is not null) ?? [];

    /// <summary>Whether the fact that a requirement with this source asks for is true: a registration exists <em>and</em> is valid.</summary>
    public bool Confirms(string source) => !remembered && !FactSources.Alternatives(source).All(unmet.Contains);

    internal FactSet With<T>(string name, T value)
    {
        values[name] = JsonSerializer.SerializeToElement(value, JsonSerializerOptions.Web);
        return this;
    }

    internal FactSet Offering(string source, string field, IReadOnlyList<FactChoice> offered)
    {
        choices[$"{source}#{field}"] = offered;
        return this;
    }

    /// <summary>An earlier answer confirms nothing.</summary>
    internal FactSet FromMemory()
    {
        remembered = true;
        return this;
    }

    internal FactSet Requiring(string source, bool met)
    {
        if (!met) unmet.Add(source);
        return this;
    }
}

/// <param name="Value">What goes into the form data.</param>
/// <param name="Label">What the applicant reads.</param>
/// <param name="Detail">A second line, may be empty.</param>
public sealed record FactChoice(string Value, string Label, string Detail);
