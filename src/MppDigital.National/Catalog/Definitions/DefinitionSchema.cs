using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace MppDigital.National.Catalog.Definitions;

/// <summary>
/// JSON Schema 2020-12 of a definition, made from the record types and <see cref="SchemaKeywords"/>. What is saved is judged by this very
/// schema, so that what is published is what holds; relations between members, which a schema cannot say, are in <c>DefinitionRules</c>.
/// </summary>
public static class DefinitionSchema
{
    /// <summary>Below the national origin.</summary>
    public const string Path = "/api/v1/catalog/schema";

    private const string Draft = "https://json-schema.org/draft/2020-12/schema";

    private static readonly Lazy<JsonObject> Made = new(Make);

    internal static JsonObject Root => Made.Value;

    /// <param name="publicOrigin">Of the national portal, where the schema can be fetched.</param>
    public static string Write(string publicOrigin)
    {
        var schema = new JsonObject { ["$schema"] = Draft, ["$id"] = publicOrigin + Path, ["title"] = "Definisi layanan MPP Digital", ["description"] = "One standard service as the nation defines it." };
        foreach (var (name, value) in Root) schema[name] = value?.DeepClone();
        return schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = DefinitionJson.Options.Encoder });
    }

    private static JsonObject Make()
    {
        var options = new JsonSerializerOptions(DefinitionJson.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        return options.GetJsonSchemaAsNode(typeof(ServiceDefinition), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = SchemaKeywords.Add }).AsObject();
    }
}
