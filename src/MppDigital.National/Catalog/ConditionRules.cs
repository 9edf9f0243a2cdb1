using System.Globalization;
using System.Text.Json;
using MppDigital.National.Catalog.Definitions;

namespace MppDigital.National.Catalog;

/// <summary>Conditions ask about earlier fields only, so that no circle is possible, and only what the answer's type can tell.</summary>
internal static class ConditionRules
{
    private const int MostNodes = 20;
    private const int MostLevels = 4;
    private const int MostValues = 60;

    public static IEnumerable<DefinitionFault> OfField(FormField field, FieldsBefore before, string at)
    {
        if (field.ShowWhen is { } show)
            foreach (var fault in Check(show, before, $"{at}.show_when").Concat(Order(show, field, before, $"{at}.show_when"))) yield return fault;
        if (field.RequiredWhen is not { } required) yield break;
        if (field.Required) yield return new($"{at}.required_when", "null, since the field is always required");
        foreach (var fault in Check(required, before, $"{at}.required_when").Concat(Order(required, field, before, $"{at}.required_when"))) yield return fault;
    }

    public static IEnumerable<DefinitionFault> Check(FormCondition condition, FieldsBefore known, string at)
    {
        if (LevelsOf(condition) > MostLevels || condition.Nodes().Count() > MostNodes) return [new(at, $"at most {MostNodes} tests in {MostLevels} levels")];
        return Node(condition, known, at);
    }

    /// <summary>Pages come as identity, details, contact: an answer given on a later page decides nothing on an earlier one.</summary>
    private static IEnumerable<DefinitionFault> Order(FormCondition condition, FormField field, FieldsBefore before, string at) =>
        condition.Fields().Select(before.Find).OfType<FormField>().Where(asked => PageOf(asked) > PageOf(field))
            .Select(asked => new DefinitionFault(at, $"fields of earlier pages ('{asked.Name}' is asked on a later one)"));

    private static int PageOf(FormField field) => field.Group switch { "identity" => 0, "contact" => 2, _ => 1 };

    private static IEnumerable<DefinitionFault> Node(FormCondition node, FieldsBefore known, string at)
    {
        var kinds = new[] { node.Field is not null, node.All is not null, node.Any is not null, node.Not is not null }.Count(k => k);
        if (kinds != 1) return [new(at, "one of field, all, any, not")];
        if (node.Field is { } name) return Test(node, name, known, at);
        if (Tests(node) > 0 || node.To is not null || node.ToField is not null) return [new(at, "a field for the test")];
        if (node.Not is { } not) return Node(not, known, $"{at}.not");
        var (list, word) = node.All is { } all ? (all, "all") : (node.Any!, "any");
        return list.Count == 0 ? [new($"{at}.{word}", "at least one condition")] : list.Index().SelectMany(below => Node(below.Item, known, $"{at}.{word}[{below.Index}]"));
    }

    private static int Tests(FormCondition node) => new[] { node.Is is not null, node.OneOf is not null, node.Includes is not null, node.Present is not null, node.Compare is not null }.Count(t => t);

    private static IEnumerable<DefinitionFault> Test(FormCondition node, string name, FieldsBefore known, string at)
    {
        if (known.Find(name) is not { } field)
        {
            yield return new($"{at}.field", $"a field asked before ('{name}' is none)");
            yield break;
        }

        if (Tests(node) != 1) yield return new(at, "one test: is, one_of, includes, present or compare");
        else if (node.Is is { } value && !Fits(value, field)) yield return new($"{at}.is", ValueOf(field));
        else if (node.OneOf is { Count: 0 or > MostValues }) yield return new($"{at}.one_of", $"1 to {MostValues} values");
        else if (node.OneOf is { } values && values.Index().FirstOrDefault(v => !Fits(v.Item, field)) is { Item.ValueKind: not JsonValueKind.Undefined } wrong) yield return new($"{at}.one_of[{wrong.Index}]", ValueOf(field));
        else if (node.Includes is { } item && !(FieldTypes.IsList(field.Type) && IsItem(item, field))) yield return new($"{at}.includes", FieldTypes.IsList(field.Type) ? ValueOf(field) : "a test of a list, which this field is not");
        if (node.Compare is null ? node.To is not null || node.ToField is not null : (node.To is null) == (node.ToField is null)) yield return new(at, "compare together with either to or to_field");
        else if (node.Compare is not null && !FieldTypes.IsOrdered(field.Type)) yield return new($"{at}.compare", "a comparison of numbers, dates or times");
        else if (node.To is { } to && !Fits(to, field)) yield return new($"{at}.to", ValueOf(field));
        else if (node.ToField is { } other && !(known.Find(other) is { } second && Comparable(field, second))) yield return new($"{at}.to_field", "a field asked before that can be compared with the first");
    }

    private static bool Comparable(FormField one, FormField other) => FieldTypes.IsNumber(one.Type) ? FieldTypes.IsNumber(other.Type) : one.Type == other.Type;

    private static Expectation ValueOf(FormField field) => field.Type switch
    {
        "enum" or "array<enum>" => Expectation.Of($"one of {string.Join(", ", (field.Options ?? []).Select(o => o.Value))}"),
        "boolean" => "true or false",
        "date" => "a date such as \"2026-11-22\"",
        "time" => "a time such as \"08:30\"",
        var type when FieldTypes.IsNumber(type) => "a number",
        "string" or "facility" or "regency-code" or "array<string>" => "a text",
        _ => Expectation.Of($"another test: a field of type {field.Type} has no value to compare"),
    };

    private static bool Fits(JsonElement value, FormField field) => field.Type switch
    {
        "enum" => IsOption(value, field),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "date" => IsText(value, t => DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)),
        "time" => IsText(value, t => TimeOnly.TryParseExact(t, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)),
        "string" or "facility" or "regency-code" => IsText(value, t => t.Length > 0),
        var type => FieldTypes.IsNumber(type) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _),
    };

    private static bool IsItem(JsonElement value, FormField field) => field.Type == "array<enum>" ? IsOption(value, field) : IsText(value, t => t.Length > 0);

    private static bool IsOption(JsonElement value, FormField field) => IsText(value, text => field.Options?.Any(o => o.Value == text) == true);

    private static bool IsText(JsonElement value, Func<string, bool> holds) => value.ValueKind == JsonValueKind.String && holds(value.GetString()!);

    private static int LevelsOf(FormCondition condition) =>
        1 + (condition.All ?? []).Concat(condition.Any ?? []).Concat(condition.Not is null ? [] : [condition.Not]).Select(LevelsOf).DefaultIfEmpty(0).Max();
}
