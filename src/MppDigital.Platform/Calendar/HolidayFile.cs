using System.Text.Json;

namespace MppDigital.Platform.Calendar;

/// <summary>The national holidays as published year by year; a year without its joint decree is an estimate and not official.</summary>
public sealed class HolidayFile
{
    private HolidayFile(IReadOnlyList<Holiday> holidays, IReadOnlySet<int> officialYears)
    {
        Holidays = holidays;
        OfficialYears = officialYears;
    }

    public IReadOnlyList<Holiday> Holidays { get; }

    public IReadOnlySet<int> OfficialYears { get; }

    /// <exception cref="FormatException">The text is not a holiday file; the message names the place and what is expected there.</exception>
    public static HolidayFile Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var holidays = new SortedDictionary<DateOnly, Holiday>();
            var official = new HashSet<int>();
            foreach (var year in Required(document.RootElement, "years", JsonValueKind.Object, "/").EnumerateObject())
            {
                ReadYear(year, holidays, official);
            }

            return new HolidayFile([.. holidays.Values], official);
        }
        catch (JsonException e)
        {
            throw new FormatException($"row {e.LineNumber + 1}, column {e.BytePositionInLine + 1}: expected JSON", e);
        }
    }

    private static void ReadYear(JsonProperty year, SortedDictionary<DateOnly, Holiday> holidays, HashSet<int> official)
    {
        var at = $"/years/{year.Name}";
        if (!int.TryParse(year.Name, out var number)) throw new FormatException($"{at}: expected a year such as 2026");
        if (year.Value.ValueKind != JsonValueKind.Object) throw new FormatException($"{at}: expected an object");
        if (!year.Value.TryGetProperty("official", out var flag) || flag.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            throw new FormatException($"{at}/official: expected true or false");
        if (flag.GetBoolean()) official.Add(number);

        var row = 0;
        foreach (var entry in Required(year.Value, "holidays", JsonValueKind.Array, at).EnumerateArray())
        {
            var place = $"{at}/holidays/{row++}";
            if (entry.ValueKind != JsonValueKind.Object) throw new FormatException($"{place}: expected an object");
            var holiday = ReadHoliday(entry, place);
            if (holiday.Date.Year != number) throw new FormatException($"{place}/date: expected a day of {number}");
            if (!holidays.TryAdd(holiday.Date, holiday)) throw new FormatException($"{place}/date: expected each day once, {holiday.Date:O} is listed twice");
        }
    }

    private static Holiday ReadHoliday(JsonElement entry, string place)
    {
        if (!DateOnly.TryParseExact(Text(entry, "date", place), "yyyy-MM-dd", out var date))
            throw new FormatException($"{place}/date: expected yyyy-MM-dd");
        var type = Text(entry, "type", place) switch
        {
            "libur_nasional" => HolidayType.National,
            "cuti_bersama" => HolidayType.CollectiveLeave,
            _ => throw new FormatException($"{place}/type: expected libur_nasional or cuti_bersama"),
        };
        return new Holiday(date, Text(entry, "name_id", place), entry.TryGetProperty("name_en", out var english) ? english.GetString() : null, type);
    }

    private static string Text(JsonElement entry, string name, string place) =>
        Required(entry, name, JsonValueKind.String, place).GetString() is { Length: > 0 } text ? text : throw new FormatException($"{place}/{name}: expected a text");

    private static JsonElement Required(JsonElement parent, string name, JsonValueKind kind, string place) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == kind
            ? value
            : throw new FormatException($"{place.TrimEnd('/')}/{name}: expected {kind.ToString().ToLowerInvariant()}");
}
