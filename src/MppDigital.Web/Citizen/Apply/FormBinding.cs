using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using MppDigital.National.Catalog;

namespace MppDigital.Web.Citizen.Apply;

/// <summary>
/// Posted fields into the JSON shapes of the form, and nothing else: what cannot be understood stays as typed, so that the check can name it and the
/// page can show it again. Parts are named <c>alamat.street</c>, rows <c>jadwal.0.day</c>.
/// </summary>
internal static class FormBinding
{
    /// <summary>The radio button "not in the list"; what the person writes then is in <c>name.other</c>.</summary>
    public const string Other = "*";

    private const int MostRows = 100;

    /// <returns>Null when nothing was written.</returns>
    public static JsonNode? Read(FormField field, IFormCollection form) => field.Compute is null ? Read(field, form, field.Name) : null;

    /// <summary>Names the row of the button "remove", <c>tim.0</c>: that row is passed over.</summary>
    public const string RemoveButton = "hapus";

    private static JsonNode? Read(FormField field, IFormCollection form, string name)
    {
        List<JsonNode> Rows(Func<int, JsonNode?> row) => [.. Enumerable.Range(0, MostRows).Where(i => form[RemoveButton] != $"{name}.{i}").Select(row).OfType<JsonNode>()];

        return field.Type switch
        {
            "boolean" => Text(form, name) switch { "true" => JsonValue.Create(true), "false" => JsonValue.Create(false), var other => other },
            "integer" or "money" => Whole(Text(form, name)),
            "number" => Number(Text(form, name)),
            "date" => Date(form, name),
            "time" => Time(Text(form, name)),
            "address" => Parts(form, name, "street", "village", "district", "regency", "postalCode"),
            "geopoint" => Group(("lat", Number(Text(form, $"{name}.lat"))), ("lng", Number(Text(form, $"{name}.lng")))),
            "slot" => Group(("date", Date(form, name)), ("time", Time(Text(form, $"{name}.time")))),
            "schedule" => List(Rows(i => Text(form, $"{name}.{i}.from") is null && Text(form, $"{name}.{i}.to") is null
                ? null
                : Group(("day", Text(form, $"{name}.{i}.day")), ("from", Time(Text(form, $"{name}.{i}.from"))), ("to", Time(Text(form, $"{name}.{i}.to")))))),
            FieldTypes.Group => List(Rows(i => Group([.. field.Fields!.Select(m => (m.Name, Read(m, form, $"{name}.{i}.{m.Name}")))]))),
            "geojson" => Outline(Text(form, name)),
            var type when FieldTypes.IsList(type) => List([.. form[name].Where(v => !StringValues.IsNullOrEmpty(v)).Take(MostRows).Select(v => (JsonNode)JsonValue.Create(v!)), .. Rows(i => Text(form, $"{name}.{i}"))]),
            _ => Text(form, name) is Other ? Text(form, $"{name}.other") : Text(form, name),
        };
    }

    /// <summary>The outline of a plot as people write it, one "latitude, longitude" in a line.</summary>
    public static string Lines(JsonNode? outline) =>
        outline is JsonObject polygon && polygon["coordinates"] is JsonArray { Count: > 0 } rings && rings[0] is JsonArray ring
            ? string.Join('\n', ring.OfType<JsonArray>().Where(p => p.Count == 2).Select(p => $"{p[1]?.ToJsonString()}, {p[0]?.ToJsonString()}"))
            : Plain(outline);

    public static string Plain(JsonNode? value) => value switch
    {
        null => "",
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        _ => value.ToJsonString(),
    };

    private static string? Text(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static JsonNode? Whole(string? text)
    {
        var digits = text?.Replace("Rp", "", StringComparison.OrdinalIgnoreCase).Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : text;
    }

    /// <summary>Both 1.120,5 and 1120.5 are meant as the same.</summary>
    private static JsonNode? Number(string? text)
    {
        var plain = text is null || !text.Contains(',', StringComparison.Ordinal) ? text : text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : text;
    }

    private static JsonNode? Date(IFormCollection form, string name)
    {
        var (day, month, year) = (Text(form, $"{name}.d"), Text(form, $"{name}.m"), Text(form, $"{name}.y"));
        return day is null && month is null && year is null ? null : $"{year}-{month?.PadLeft(2, '0')}-{day?.PadLeft(2, '0')}";
    }

    private static JsonNode? Time(string? text) => text is { Length: 4 } && text[1] is '.' or ':' ? "0" + text : text;

    private static JsonObject? Parts(IFormCollection form, string name, params string[] parts) => Group([.. parts.Select(p => (p, (JsonNode?)Text(form, $"{name}.{p}")))]);

    private static JsonObject? Group(params (string Name, JsonNode? Value)[] parts)
    {
        var written = parts.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value)).ToList();
        return written.Count == 0 ? null : new JsonObject(written);
    }

    private static JsonArray? List(List<JsonNode> items) => items.Count == 0 ? null : new JsonArray([.. items]);

    private static JsonNode? Outline(string? text)
    {
        if (text is null) return null;
        var points = new List<JsonArray>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = line.Split([';', ' ', ','], StringSplitOptions.RemoveEmptyEntries);
            if (pair.Length != 2 || Number(pair[0]) is not JsonValue lat || Number(pair[1]) is not JsonValue lng || !lat.TryGetValue<decimal>(out _) || !lng.TryGetValue<decimal>(out _)) return text;
            points.Add(new JsonArray(lng, lat));
        }

        // People do not write the first corner twice.
        if (points.Count > 2 && !JsonNode.DeepEquals(points[0], points[^1])) points.Add(points[0].DeepClone().AsArray());
        return new JsonObject { ["type"] = "Polygon", ["coordinates"] = new JsonArray(new JsonArray([.. points])) };
    }
}
