using System.Text.RegularExpressions;

namespace MppDigital.National.Catalog;

internal static class FieldRules
{
    /// <param name="at">JSON path of the field.</param>
    public static IEnumerable<DefinitionFault> Check(FormField field, string at)
    {
        if (field.Label.Length == 0) yield return new($"{at}.label", "a label");
        if (field.LabelEn.Length == 0) yield return new($"{at}.label_en", "a label");
        if (!FieldTypes.All.Contains(field.Type)) yield return new($"{at}.type", $"one of {string.Join(", ", FieldTypes.All)}");
        if (!FieldTypes.Groups.Contains(field.Group)) yield return new($"{at}.group", $"one of {string.Join(", ", FieldTypes.Groups)}");
        if (UnknownSource(field.Source) is { } unknown) yield return new($"{at}.source", $"known sources ('{unknown}' is none)");
        if ((field.HelpId is null) != (field.HelpEn is null)) yield return new($"{at}.help_en", "help_id and help_en, or neither");
        if (field.Prefilled && field.Source is null) yield return new($"{at}.source", "the source of the prefilled answer");
        if (!field.Prefilled && !field.Editable) yield return new($"{at}.editable", "true, since nothing fills the field");
        foreach (var fault in Options(field, at).Concat(Bounds(field.Validation, $"{at}.validation"))) yield return fault;
    }

    private static string? UnknownSource(string? source) =>
        source?.Split('|').FirstOrDefault(part => !FieldTypes.Sources.Contains(part) && !FieldTypes.Registers.Contains(part));

    private static IEnumerable<DefinitionFault> Options(FormField field, string at)
    {
        if (!FieldTypes.IsEnum(field.Type))
        {
            if (field.Options is not null) yield return new($"{at}.options", "no options, since the type is not enum");
            yield break;
        }

        if (field.Options is not { Count: > 0 } options)
        {
            yield return new($"{at}.options", "at least one option");
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, option) in options.Index())
        {
            if (option.Value.Length is 0 or > 60) yield return new($"{at}.options[{i}].value", "a value of 1 to 60 characters");
            else if (!seen.Add(option.Value)) yield return new($"{at}.options[{i}].value", $"a value of its own ('{option.Value}' is used twice)");
            if (option.LabelId.Length == 0 || option.LabelEn.Length == 0) yield return new($"{at}.options[{i}]", "label_id and label_en");
        }
    }

    private static IEnumerable<DefinitionFault> Bounds(FieldValidation bounds, string at)
    {
        if (bounds.Rule is { } rule && !FieldTypes.Rules.Contains(rule)) yield return new($"{at}.rule", $"one of {string.Join(", ", FieldTypes.Rules)}");
        if (bounds.Pattern is { } pattern && !IsPattern(pattern)) yield return new($"{at}.pattern", "a regular expression");
        if (bounds.MaxLength is <= 0 or > 100_000) yield return new($"{at}.maxLength", "1 to 100000");
        if (bounds.Minimum > bounds.Maximum) yield return new($"{at}.minimum", "not more than maximum");
        if (bounds.MinItems > bounds.MaxItems) yield return new($"{at}.minItems", "not more than maxItems");
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            // Without backtracking: a published pattern can never be made to run long by an answer.
            _ = new Regex(pattern, RegexOptions.NonBacktracking);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
