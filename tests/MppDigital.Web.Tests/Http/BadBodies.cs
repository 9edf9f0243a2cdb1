using System.Text.Json.Nodes;

namespace MppDigital.Web.Tests.Http;

/// <param name="Pointer">Where it is wrong; empty for the body as a whole.</param>
/// <param name="Fault">What is wrong, for the message of a failing test.</param>
internal sealed record BadBody(string Pointer, string Fault, string Text)
{
    public string Type { get; init; } = "application/json";
}

/// <summary>Spoils a correct body in every way that clients, scanners and attackers do, one fault at a time.</summary>
/// <param name="Optional">Pointers that may be left out.</param>
/// <param name="FreeText">Pointers where any printable text is an answer.</param>
/// <param name="Opaque">Pointers whose inside is kept as it comes.</param>
internal sealed record BadBodies(JsonObject Correct, string[] Optional, string[] FreeText, string[] Opaque)
{
    private const string Mark = "@@mark@@";

    private static readonly (string Fault, string Json)[] Unreadable =
    [
        ("a control character", "\"a\\u0000b\""),
        ("an escape character", "\"a\\u001b[31mb\""),
        ("half a surrogate pair", "\"a\\ud800b\""),
        ("a code point that is no character", "\"a\\ufffeb\""),
    ];

    private static readonly (string Fault, string Json)[] Hostile =
    [
        ("markup", "\"<script>alert(1)</script>\""),
        ("SQL", "\"' OR 1=1--\""),
        ("a path", "\"../../etc/passwd\""),
        ("a template", "\"${7*7}{{7*7}}\""),
    ];

    public IEnumerable<BadBody> All() => Whole().Concat(Members(Correct, ""));

    private IEnumerable<BadBody> Whole()
    {
        var text = Correct.ToJsonString();
        yield return new("", "empty", "");
        yield return new("", "cut off", text[..^1]);
        yield return new("", "two values", text + text);
        yield return new("", "null", "null");
        yield return new("", "a list", $"[{text}]");
        yield return new("", "a text", "\"teks\"");
        yield return new("", "1,000 deep", new string('[', 1000) + new string(']', 1000));
        yield return new("", "10 MB", $$"""{"isi":"{{new string('a', 10 * 1024 * 1024)}}"}""");
        yield return new("/tidak_dikenal", "an unknown member", string.Concat(text.AsSpan(0, text.Length - 1), ",\"tidak_dikenal\":1}"));
        yield return new("", "half a surrogate pair as a name", string.Concat(text.AsSpan(0, text.Length - 1), ",\"\\ud800\":1}"));
        yield return new("", "sent as text", text) { Type = "text/plain" };
        yield return new("", "sent as XML", "<a/>") { Type = "application/xml" };
        yield return new("", "sent as a form", "service=DPM-SIP-04") { Type = "application/x-www-form-urlencoded" };
    }

    private IEnumerable<BadBody> Members(JsonNode node, string pointer)
    {
        var members = node switch
        {
            JsonObject group => group.Select(m => (Name: (object)m.Key, m.Value)),
            JsonArray list => list.Take(1).Select(item => (Name: (object)0, Value: item)),
            _ => [],
        };
        foreach (var (name, value) in members)
        {
            var below = $"{pointer}/{name}";
            foreach (var bad in Member(below, name, value)) yield return bad;
            if (value is not null && !Opaque.Contains(below))
            {
                foreach (var bad in Members(value, below)) yield return bad;
            }
        }
    }

    private IEnumerable<BadBody> Member(string pointer, object name, JsonNode? value)
    {
        var isText = value is JsonValue scalar && scalar.TryGetValue<string>(out _);
        if (name is string key)
        {
            if (!Optional.Contains(pointer)) yield return new(pointer, "missing", Spoilt(pointer, (parent, _) => parent.AsObject().Remove(key)));
            var twice = $"\"{key}\":{value?.ToJsonString() ?? "null"}";
            yield return new(pointer, "given twice", With(pointer, Mark).Replace($"\"{key}\":\"{Mark}\"", $"{twice},{twice}", StringComparison.Ordinal));
        }

        yield return new(pointer, "of a wrong type", With(pointer, value is JsonValue && isText || value is null ? 12345 : "teks"));
        yield return new(pointer, "of another wrong type", With(pointer, value is JsonArray ? new JsonObject() : new JsonArray(1, 2)));
        if (!isText) yield break;
        yield return new(pointer, "too long", With(pointer, new string('a', 20_000)));
        foreach (var (fault, json) in FreeText.Contains(pointer) ? Unreadable : [.. Unreadable, .. Hostile])
            yield return new(pointer, fault, With(pointer, Mark).Replace($"\"{Mark}\"", json, StringComparison.Ordinal));
    }

    private string With(string pointer, JsonNode value) => Spoilt(pointer, (parent, name) =>
    {
        if (parent is JsonArray list) list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] = value;
        else parent[name] = value;
    });

    private string Spoilt(string pointer, Action<JsonNode, string> spoil)
    {
        var copy = Correct.DeepClone();
        var parts = pointer[1..].Split('/');
        var parent = parts[..^1].Aggregate(copy, (node, part) => node is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : node[part]!);
        spoil(parent, parts[^1]);
        return copy.ToJsonString();
    }
}
