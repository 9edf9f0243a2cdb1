using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>JSON string of 5 digits, a line of the national list of business activities: <c>"47111"</c>.</summary>
internal sealed class KbliType : IFieldType
{
    public JsonNode? Read(JsonElement value, FieldReading at) => TypedText.Read(value, at, 40) switch
    {
        null => null,
        { Length: 5 } code when code.All(char.IsAsciiDigit) => JsonValue.Create(code),
        _ => at.Refuse("Tulis kode KBLI 5 angka, misalnya 47111.", "Write the KBLI code in 5 digits, for example 47111."),
    };

    public JsonObject Schema(FormField field) => new() { ["type"] = "string", ["pattern"] = "^[0-9]{5}$" };

    public string Say(JsonNode value, FormField field, bool english) => JsonText.Of(value);
}
