using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>
/// Hours of a week: <c>[{ "day": "mon", "from": "08:00", "to": "12:00" }]</c>, day one of mon tue wed thu fri sat sun, from before to, hours of one
/// day apart from each other. Stored in the order of the week. The definition's maxLength bounds it as read out.
/// </summary>
internal sealed class ScheduleType : IFieldType
{
    private const int MostLines = 21;
    private const string Example = """[{ "day": "mon", "from": "08:00", "to": "12:00" }]""";
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public JsonNode? Read(JsonElement value, FieldReading at)
    {
        if (value.ValueKind != JsonValueKind.Array) return at.Refuse($"Isi hari dan jam, misalnya {Example}.", $"Fill in days and hours, for example {Example}.");
        if (value.GetArrayLength() > MostLines) return at.Refuse($"Tulis paling banyak {MostLines} baris, tiga untuk tiap hari.", $"Write {MostLines} lines at most, three for each day.");
        var faults = at.Faults;
        var hours = value.EnumerateArray().Select((line, i) => ReadLine(line, at.Below(i), i)).OfType<Hours>().OrderBy(h => h.Day).ThenBy(h => h.From).ToList();
        foreach (var (earlier, later) in hours.Zip(hours.Skip(1)).Where(pair => pair.First.Day == pair.Second.Day && pair.Second.From < pair.First.To))
            at.Below(Math.Max(earlier.Index, later.Index)).Refuse("Jam ini bertumpuk dengan jam lain di hari yang sama. Tulis jam yang terpisah, misalnya 08.00 sampai 12.00 dan 13.00 sampai 16.00.", "These hours overlap others of the same day. Write hours apart from each other, for example 08:00 to 12:00 and 13:00 to 16:00.");
        if (at.Faults != faults) return null;

        var stored = new JsonArray([.. hours.Select(h => new JsonObject { ["day"] = Days[h.Day], ["from"] = Written(h.From), ["to"] = Written(h.To) })]);
        return Say(stored, at.Field, false).Length <= (at.Validation.MaxLength ?? 300) ? stored : at.Refuse("Tulis jadwal lebih ringkas, satu baris untuk satu hari.", "Write a shorter schedule, one line for a day.");
    }

    public JsonObject Schema(FormField field) => new()
    {
        ["type"] = "array",
        ["minItems"] = field.Required ? 1 : 0,
        ["maxItems"] = MostLines,
        ["items"] = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray("day", "from", "to"),
            ["properties"] = new JsonObject
            {
                ["day"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Days.Select(d => JsonValue.Create(d))]) },
                ["from"] = new JsonObject { ["type"] = "string", ["pattern"] = TimeType.Pattern },
                ["to"] = new JsonObject { ["type"] = "string", ["pattern"] = TimeType.Pattern },
            },
        },
    };

    /// <summary>Days with the same hours are told together: "Senin, Selasa 08.00–12.00".</summary>
    public string Say(JsonNode value, FormField field, bool english)
    {
        if (value is not JsonArray lines) return JsonText.Of(value);
        var names = FormCulture.Of(english).DateTimeFormat.DayNames;
        return string.Join("; ", lines
            .GroupBy(line => $"{TimeType.Say(JsonText.Of(line, "from"), english)}–{TimeType.Say(JsonText.Of(line, "to"), english)}")
            .Select(same => $"{string.Join(", ", same.Select(line => names[(Array.IndexOf(Days, JsonText.Of(line, "day")) + 1) % 7]))} {same.Key}"));
    }

    private static Hours? ReadLine(JsonElement line, FieldReading at, int index)
    {
        if (!ObjectReading.IsObjectOf(line, at, Example, "day", "from", "to")) return null;
        var (day, from, to) = (line.Member("day"), TimeType.TryRead(line.Member("from")), TimeType.TryRead(line.Member("to")));
        var which = Array.FindIndex(Days, d => day.ValueKind == JsonValueKind.String && day.ValueEquals(d));
        if (which < 0) at.Below("day").Refuse("Pilih hari, Senin sampai Minggu.", "Choose a day: mon, tue, wed, thu, fri, sat or sun.");
        if (from is null) at.Below("from").Refuse("Tulis jam mulai dengan jam dan menit, misalnya 08.00.", "Write the start in hours and minutes, for example 08:00.");
        if (to is null) at.Below("to").Refuse("Tulis jam selesai dengan jam dan menit, misalnya 12.00.", "Write the end in hours and minutes, for example 12:00.");
        else if (from >= to) at.Below("to").Refuse("Tulis jam selesai yang lebih lambat dari jam mulai, misalnya 12.00.", "Write an end that is later than the start, for example 12:00.");
        return which >= 0 && from is { } start && to is { } end && start < end ? new Hours(which, start, end, index) : null;
    }

    private static string Written(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private sealed record Hours(int Day, TimeOnly From, TimeOnly To, int Index);
}
