using System.Text.Json;
using System.Text.Json.Nodes;

namespace MppDigital.National.Catalog.Releases;

/// <param name="Element">JSON pointer.</param>
/// <param name="Before">JSON; null where the element is new.</param>
/// <param name="After">JSON; null where it is gone.</param>
public sealed record ChangedElement(string Element, string? Before, string? After);

/// <summary>What differs between two definitions, element by element, for people to read side by side.</summary>
public static class DefinitionChanges
{
    private static readonly JsonSerializerOptions Text = new() { WriteIndented = true, Encoder = DefinitionJson.Options.Encoder };

    public static IReadOnlyList<ChangedElement> Between(ServiceDefinition before, ServiceDefinition after) =>
        [.. Between(JsonSerializer.SerializeToNode(before, DefinitionJson.Options), JsonSerializer.SerializeToNode(after, DefinitionJson.Options), "")];

    private static IEnumerable<ChangedElement> Between(JsonNode? before, JsonNode? after, string at)
    {
        if (JsonNode.DeepEquals(before, after)) return [];
        return (before, after) switch
        {
            (JsonObject old, JsonObject young) => old.Select(m => m.Key).Union(young.Select(m => m.Key)).SelectMany(name => Member(old, young, name, $"{at}/{name}")),
            // Lists of the same length keep their places; otherwise a list is shown as a whole, for an index would name another item.
            (JsonArray old, JsonArray young) when old.Count == young.Count => old.Index().SelectMany(item => Between(item.Item, young[item.Index], $"{at}/{item.Index}")),
            _ => [new(at, Write(before), Write(after))],
        };
    }

    private static IEnumerable<ChangedElement> Member(JsonObject old, JsonObject young, string name, string at) =>
        !young.ContainsKey(name) ? [new(at, Write(old[name]), null)]
        : !old.ContainsKey(name) ? [new(at, null, Write(young[name]))]
        : Between(old[name], young[name], at);

    private static string Write(JsonNode? node) => node?.ToJsonString(Text) ?? "null";
}
