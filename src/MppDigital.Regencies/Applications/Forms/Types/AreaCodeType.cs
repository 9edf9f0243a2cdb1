using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>
/// JSON string, code of a district <c>"13.75.01"</c> or of a village <c>"13.75.01.1001"</c>, also without dots; stored with them. The part of the
/// regency must be one of the 514; smaller areas change too often to be refused here.
/// </summary>
internal sealed class AreaCodeType(int digits, string example) : IFieldType
{
    public static AreaCodeType District { get; } = new(6, "13.75.01");

    public static AreaCodeType Village { get; } = new(10, "13.75.01.1001");

    public JsonNode? Read(JsonElement value, FieldReading at)
    {
        if (TypedText.Read(value, at, 40) is not { } text) return null;
        var code = text.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (code.Length == digits && code.All(char.IsAsciiDigit) && RegencyCode.TryParse(code[..4], out var regency) && at.Directory.Find(regency) is not null)
            return JsonValue.Create($"{regency}.{code[4..6]}" + (digits > 6 ? $".{code[6..]}" : ""));
        var label = at.Field.InSentence();
        return at.Refuse($"Tulis kode wilayah untuk {label.Id}, {digits} angka, misalnya {example}.", $"Write the area code for {label.En}, {digits} digits, for example {example}.");
    }

    public JsonObject Schema(FormField field) => new() { ["type"] = "string", ["pattern"] = digits == 6 ? @"^[0-9]{2}\.?[0-9]{2}\.?[0-9]{2}$" : @"^[0-9]{2}\.?[0-9]{2}\.?[0-9]{2}\.?[0-9]{4}$" };

    public string Say(JsonNode value, FormField field, bool english) => JsonText.Of(value);
}
