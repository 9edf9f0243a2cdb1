using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MppDigital.Platform.Identification;

namespace MppDigital.National.Catalog.Definitions;

/// <summary>
/// Judges a JSON value by the keywords that <see cref="DefinitionSchema"/> uses. Each fault is noted and its place filled with a harmless
/// stand-in, so that the rest can still be read and judged: an author is told everything at once.
/// </summary>
internal sealed class SchemaWalk(JsonObject root)
{
    private readonly List<DefinitionFault> faults = [];

    /// <summary>By JSON pointer.</summary>
    public IReadOnlyList<DefinitionFault> Faults => faults;

    public JsonNode? Mend(JsonNode? value) => Mend(value, root, "");

    private JsonNode? Mend(JsonNode? value, JsonNode? rule, string at)
    {
        // "true" allows everything.
        if (Resolve(rule) is not { } schema) return value?.DeepClone();
        var before = faults.Count;
        if (TypesOf(schema) is { Count: > 0 } types && !types.Any(t => Is(value, t))) return Replace(at, string.Join(" or ", types.Select(Word)), schema);
        if (schema["enum"] is JsonArray words && !words.Any(w => JsonNode.DeepEquals(w, value))) return Replace(at, $"one of {string.Join(", ", words.Select(w => w?.ToString() ?? "null"))}", schema);
        var mended = value switch
        {
            JsonObject members => Members(members, schema, at),
            JsonArray list => Items(list, schema, at),
            JsonValue scalar => Scalar(scalar, schema, at),
            _ => null,
        };
        return faults.Count > before && mended is JsonValue ? StandIn(schema) : mended;
    }

    private JsonObject Members(JsonObject members, JsonObject schema, string at)
    {
        var known = schema["properties"]?.AsObject() ?? [];
        var mended = new JsonObject();
        foreach (var (name, value) in members)
        {
            var below = $"{at}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
            if (known.TryGetPropertyValue(name, out var rule)) mended[name] = Mend(value, rule, below);
            else faults.Add(new(below, "no such member"));
        }

        foreach (var name in (schema["required"] as JsonArray ?? []).Select(r => r!.GetValue<string>()).Where(r => !members.ContainsKey(r)))
        {
            mended[name] = StandIn(Resolve(known[name]));
            faults.Add(new($"{at}/{name}", "the member to be there"));
        }

        return mended;
    }

    private JsonArray Items(JsonArray list, JsonObject schema, string at)
    {
        if (Bound(schema, "minItems") is { } least && list.Count < least) faults.Add(new(at, least == 1 ? "at least one" : Expectation.Of($"at least {least}")));
        if (Bound(schema, "maxItems") is { } most && list.Count > most) faults.Add(new(at, $"at most {most}"));
        return [.. list.Select((item, i) => Mend(item, schema["items"], $"{at}/{i}"))];
    }

    private JsonNode Scalar(JsonValue scalar, JsonObject schema, string at)
    {
        if (scalar.GetValueKind() == JsonValueKind.String) Text(scalar.GetValue<string>(), schema, at);
        if (scalar.GetValueKind() == JsonValueKind.Number) Number(scalar.GetValue<decimal>(), schema, at);
        return scalar.DeepClone();
    }

    private void Text(string text, JsonObject schema, string at)
    {
        if (!UnicodeText.IsPlain(text.ReplaceLineEndings(" ").Replace('\t', ' '))) faults.Add(new(at, "a text that can be read, without hidden signs"));
        var (least, most) = (Bound(schema, "minLength"), Bound(schema, "maxLength"));
        if ((least > 0 && string.IsNullOrWhiteSpace(text)) || text.Length > most) faults.Add(new(at, $"a text of {least ?? 0} to {most} characters"));
        if (schema["pattern"]?.GetValue<string>() is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking)) faults.Add(new(at, $"a text that fits {pattern}"));
        if (schema["format"]?.GetValue<string>() == "date" && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) faults.Add(new(at, "a date such as 2027-01-01"));
    }

    private void Number(decimal number, JsonObject schema, string at)
    {
        if (number < Bound(schema, "minimum") || number > Bound(schema, "maximum"))
            faults.Add(new(at, Bound(schema, "maximum") is { } most ? Expectation.Of($"{Bound(schema, "minimum")} to {most}") : Expectation.Of($"{Bound(schema, "minimum")} or more")));
    }

    private JsonNode? Replace(string at, Expectation expected, JsonObject schema)
    {
        faults.Add(new(at, expected));
        return StandIn(schema);
    }

    private JsonObject? Resolve(JsonNode? rule)
    {
        if (rule is not JsonObject schema) return null;
        if (schema["$ref"]?.GetValue<string>() is not { } reference) return schema;
        JsonNode? target = root;
        foreach (var part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries)) target = target is JsonArray list ? list[int.Parse(part, CultureInfo.InvariantCulture)] : target?[part];
        return target as JsonObject;
    }

    private JsonNode? StandIn(JsonObject? schema) => schema is null || TypesOf(schema).Contains("null") ? null : TypesOf(schema).FirstOrDefault() switch
    {
        "object" => new JsonObject([.. (schema["required"] as JsonArray ?? []).Select(r => KeyValuePair.Create(r!.GetValue<string>(), StandIn(Resolve(schema["properties"]?[r.GetValue<string>()]))))]),
        "array" => new JsonArray(),
        "boolean" => false,
        "integer" or "number" => Bound(schema, "minimum") ?? 0,
        "string" => schema["format"] is null ? "" : "2000-01-01",
        _ => schema["enum"]?[0]?.DeepClone(),
    };

    private static decimal? Bound(JsonObject schema, string keyword) => schema[keyword]?.GetValueKind() == JsonValueKind.Number ? decimal.Parse(schema[keyword]!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    private static List<string> TypesOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(t => t!.GetValue<string>())],
        JsonValue one => [one.GetValue<string>()],
        _ => [],
    };

    private static bool Is(JsonNode? value, string type) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("number", JsonValueKind.Number) => value!.AsValue().TryGetValue<decimal>(out _),
        ("integer", JsonValueKind.Number) => value!.AsValue().TryGetValue<decimal>(out var number) && number == decimal.Truncate(number),
        _ => false,
    };

    private static string Word(string type) => type switch
    {
        "object" => "an object",
        "array" => "a list",
        "string" => "a text",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "true or false",
        var other => other,
    };
}
