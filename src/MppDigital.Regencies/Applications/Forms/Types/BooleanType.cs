using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>JSON <c>true</c> (the label is so) or <c>false</c>; a required one asks for an answer, not for a yes.</summary>
internal sealed class BooleanType : IFieldType
{
    public JsonNode? Read(JsonElement value, FieldReading at) => value.ValueKind switch
    {
        JsonValueKind.True => JsonValue.Create(true),
        JsonValueKind.False => JsonValue.Create(false),
        _ => at.Refuse($"Pilih Ya atau Tidak untuk “{at.Field.Label}”.", $"Choose yes or no for “{at.Field.LabelEn}”. In JSON: true or false."),
    };

    public JsonObject Schema(FormField field) => new() { ["type"] = "boolean" };

    public string Say(JsonNode value, FormField field, bool english) => value.GetValueKind() switch
    {
        JsonValueKind.True => english ? "Yes" : "Ya",
        JsonValueKind.False => english ? "No" : "Tidak",
        _ => JsonText.Of(value),
    };
}
