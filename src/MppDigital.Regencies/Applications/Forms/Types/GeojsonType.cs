using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>
/// One GeoJSON polygon (RFC 7946): <c>{ "type": "Polygon", "coordinates": [[[100.36, -0.30], [100.37, -0.30], [100.37, -0.31], [100.36, -0.30]]] }</c>;
/// longitude first, rings closed, within Indonesia. The definition's maxLength bounds it in bytes.
/// </summary>
internal sealed class GeojsonType : IFieldType
{
    private const string Example = """{ "type": "Polygon", "coordinates": [[[100.36, -0.30], [100.37, -0.30], [100.37, -0.31], [100.36, -0.30]]] }""";

    public JsonNode? Read(JsonElement value, FieldReading at)
    {
        if (!ObjectReading.IsObjectOf(value, at, Example, "type", "coordinates")) return null;
        var longest = at.Validation.MaxLength ?? 20_000;
        if (JsonMarshal.GetRawUtf8Value(value).Length > longest) return at.Refuse($"Poligon terlalu rinci. Kirim paling banyak {longest} huruf.", $"The outline is too detailed. Send {longest} characters at most.");
        if (value.Member("type") is var type && (type.ValueKind != JsonValueKind.String || !type.ValueEquals("Polygon")))
            return at.Below("type").Refuse("Kirim satu bidang tanah: \"type\" adalah \"Polygon\".", "Send one area: \"type\" is \"Polygon\".");

        var (rings, below) = (value.Member("coordinates"), at.Below("coordinates"));
        if (rings.ValueKind != JsonValueKind.Array || rings.GetArrayLength() == 0) return below.Refuse($"Kirim titik-titik batas, misalnya {Example}.", $"Send the points of the outline, for example {Example}.");
        var faults = at.Faults;
        foreach (var (i, ring) in rings.EnumerateArray().Index()) CheckRing(ring, below.Below(i));
        return at.Faults == faults ? JsonNode.Parse(value.GetRawText()) : null;
    }

    public JsonObject Schema(FormField field)
    {
        var point = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "number" }, ["minItems"] = 2, ["maxItems"] = 2 };
        var ring = new JsonObject { ["type"] = "array", ["minItems"] = 4, ["items"] = point };
        return new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray("type", "coordinates"),
            ["properties"] = new JsonObject
            {
                ["type"] = new JsonObject { ["const"] = "Polygon" },
                ["coordinates"] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = ring },
            },
        };
    }

    public string Say(JsonNode value, FormField field, bool english) =>
        value is JsonObject polygon && polygon["coordinates"] is JsonArray { Count: > 0 } rings && rings[0] is JsonArray ring
            ? (english ? $"Outline of {ring.Count - 1} points" : $"Batas dengan {ring.Count - 1} titik")
            : JsonText.Of(value);

    private static void CheckRing(JsonElement ring, FieldReading at)
    {
        if (ring.ValueKind != JsonValueKind.Array || ring.GetArrayLength() < 4)
        {
            at.Refuse("Batas tanah perlu paling sedikit 4 titik, yang terakhir sama dengan yang pertama.", "An outline needs at least 4 points, the last one equal to the first.");
            return;
        }

        var positions = ring.EnumerateArray().Select(PositionOf).ToList();
        if (positions.IndexOf(null) is var wrong and >= 0)
            at.Below(wrong).Refuse("Tulis titik sebagai [bujur, lintang] di Indonesia, misalnya [100.369, -0.305].", "Write a point as [longitude, latitude] in Indonesia, for example [100.369, -0.305].");
        else if (positions[0] != positions[^1])
            at.Refuse("Tutup batas tanah: titik terakhir sama dengan titik pertama.", "Close the outline: the last point equals the first.");
    }

    private static (decimal Lng, decimal Lat)? PositionOf(JsonElement point) =>
        point.ValueKind == JsonValueKind.Array && point.GetArrayLength() == 2 && GeopointType.Longitude(point[0]) is { } lng && GeopointType.Latitude(point[1]) is { } lat ? (lng, lat) : null;
}
