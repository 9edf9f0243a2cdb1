using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>JSON string <c>"13.75"</c> (also <c>"1375"</c>), one of the 514; stored with its dot.</summary>
internal sealed class RegencyCodeType : IFieldType
{
    public const string Pattern = @"^[0-9]{2}\.?[0-9]{2}$";

    public JsonNode? Read(JsonElement value, FieldReading at) => ReadCode(value, at);

    public JsonObject Schema(FormField field) => new() { ["type"] = "string", ["pattern"] = Pattern };

    public string Say(JsonNode value, FormField field, bool english) => JsonText.Of(value);

    internal static JsonNode? ReadCode(JsonElement value, FieldReading at) =>
        value.ValueKind == JsonValueKind.String && value.GetRawText() is { Length: <= 7 } raw && RegencyCode.TryParse(raw[1..^1], out var code) && at.Directory.Find(code) is not null
            ? JsonValue.Create(code.Value)
            : at.Refuse("Pilih kabupaten atau kota dari daftar, misalnya Kota Bukittinggi (13.75).", "Choose the regency or city from the list, for example Kota Bukittinggi (13.75).");
}
