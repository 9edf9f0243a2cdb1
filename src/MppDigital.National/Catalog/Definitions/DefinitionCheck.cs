using System.Text.Json;
using System.Text.Json.Nodes;

namespace MppDigital.National.Catalog.Definitions;

/// <summary>A text that should be a definition, judged by the published schema and the rules between members, with every fault at once.</summary>
/// <param name="Definition">Null when there is any fault.</param>
/// <param name="Faults">Their paths are JSON pointers (RFC 6901), in the order of the schema.</param>
public sealed record DefinitionCheck(ServiceDefinition? Definition, IReadOnlyList<DefinitionFault> Faults)
{
    // Deeper than any definition, and shallow enough for the walk's own stack.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>The definition with stand-ins where it is faulty; null when nothing of it can be read.</summary>
    internal ServiceDefinition? Mended { get; private init; }

    public static DefinitionCheck Of(string json)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(json, documentOptions: Strict);
        }
        catch (JsonException e)
        {
            return new(null, [new(PointerOf(e.Path), $"JSON with each member once ({e.Message.ReplaceLineEndings(" ")})")]);
        }

        return Of(node);
    }

    public static DefinitionCheck Of(JsonNode? node)
    {
        var walk = new SchemaWalk(DefinitionSchema.Root);
        // Written and read once: a number that was set in memory is kept as its own type and would be no number to the walk.
        var mended = walk.Mend(node is null ? null : JsonNode.Parse(node.ToJsonString()));
        ServiceDefinition? read;
        try
        {
            read = mended.Deserialize<ServiceDefinition>(DefinitionJson.Options);
        }
        catch (JsonException e)
        {
            // For example a whole number that no member can hold.
            return new(null, [.. walk.Faults, new(PointerOf(e.Path), "another value")]);
        }

        if (read is null) return new(null, walk.Faults);
        // What a rule says of a place that was filled in, or of what holds it, is about the stand-in.
        var ruled = DefinitionRules.Check(read).Select(f => f with { Path = PointerOf(f.Path) })
            .Where(f => !walk.Faults.Any(w => Holds(w.Path, f.Path) || Holds(f.Path, w.Path) || (w.Path == "/delivery/mode" && DependsOnMode(f.Path)) || (w.Path == "/product/validity_years" && Holds("/product/template", f.Path))));
        List<DefinitionFault> all = [.. walk.Faults, .. ruled];
        return new(all.Count == 0 ? read : null, all) { Mended = read };
    }

    /// <summary><c>$.form_fields[0].name</c> as <c>/form_fields/0/name</c>.</summary>
    internal static string PointerOf(string? path) =>
        (path is { Length: > 0 } ? path[1..] : "").Replace("['", "/", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal).Replace('.', '/').Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    private static bool Holds(string outer, string inner) => inner == outer || inner.StartsWith(outer + "/", StringComparison.Ordinal);

    private static bool DependsOnMode(string path) => path.StartsWith("/workflow", StringComparison.Ordinal) || path == "/fee/formula" || path.StartsWith("/processing_time", StringComparison.Ordinal) || path is "/two_person" or "/override_bounds/shortest_working_days";
}
