using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>JSON string <c>"04:35"</c>, local time, 00:00 to 23:59; a point instead of the colon is taken too.</summary>
internal sealed class TimeType : IFieldType
{
    public const string Pattern = "^([01][0-9]|2[0-3])[:.][0-5][0-9]$";

    public JsonNode? Read(JsonElement value, FieldReading at)
    {
        if (TryRead(value) is { } time) return JsonValue.Create(time.ToString("HH:mm", CultureInfo.InvariantCulture));
        var label = at.Field.InSentence();
        return at.Refuse($"Tulis {label.Id} dengan jam dan menit, misalnya 08.30.", $"Write {label.En} in hours and minutes, for example 08:30.");
    }

    public JsonObject Schema(FormField field) => new() { ["type"] = "string", ["pattern"] = Pattern };

    public string Say(JsonNode value, FormField field, bool english) => Say(JsonText.Of(value), english);

    internal static string Say(string time, bool english) => english ? time : time.Replace(':', '.');

    internal static TimeOnly? TryRead(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetRawText() is { Length: 7 } raw
        && TimeOnly.TryParseExact(raw[1..6].Replace('.', ':'), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
