using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary><c>{ "lat": -0.305, "lng": 100.369 }</c>, degrees (WGS 84) within Indonesia; stored to 6 decimals, about 10 cm.</summary>
internal sealed class GeopointType : IFieldType
{
    private const decimal South = -11.5m, North = 6.5m, West = 94.5m, East = 141.5m;

    public JsonNode? Read(JsonElement value, FieldReading at)
    {
        if (!ObjectReading.IsObjectOf(value, at, """{ "lat": -0.305, "lng": 100.369 }""", "lat", "lng")) return null;
        var (lat, lng) = (Latitude(value.Member("lat")), Longitude(value.Member("lng")));
        if (lat is null) at.Below("lat").Refuse("Tulis lintang di Indonesia, antara -11,5 dan 6,5, misalnya -0,305.", "Write a latitude in Indonesia, from -11.5 to 6.5, for example -0.305.");
        if (lng is null) at.Below("lng").Refuse("Tulis bujur di Indonesia, antara 94,5 dan 141,5, misalnya 100,369.", "Write a longitude in Indonesia, from 94.5 to 141.5, for example 100.369.");
        return lat is { } north && lng is { } east ? new JsonObject { ["lat"] = north, ["lng"] = east } : null;
    }

    public JsonObject Schema(FormField field) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("lat", "lng"),
        ["properties"] = new JsonObject
        {
            ["lat"] = new JsonObject { ["type"] = "number", ["minimum"] = South, ["maximum"] = North },
            ["lng"] = new JsonObject { ["type"] = "number", ["minimum"] = West, ["maximum"] = East },
        },
    };

    public string Say(JsonNode value, FormField field, bool english) => value is JsonObject ? $"{JsonText.Of(value, "lat")}, {JsonText.Of(value, "lng")}" : JsonText.Of(value);

    internal static decimal? Latitude(JsonElement value) => Degrees(value, South, North);

    internal static decimal? Longitude(JsonElement value) => Degrees(value, West, East);

    private static decimal? Degrees(JsonElement value, decimal least, decimal most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var degrees) && degrees >= least && degrees <= most ? decimal.Round(degrees, 6) : null;
}
