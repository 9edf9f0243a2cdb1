using System.Text.Json.Nodes;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>Reads stored values without assuming more than that they are JSON.</summary>
internal static class JsonText
{
    public static string Of(JsonNode? value) => value switch
    {
        null => "",
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => text,
        _ => value.ToJsonString(),
    };

    public static string Of(JsonNode? value, string member) => value is JsonObject group ? Of(group[member]) : "";
}
