using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>
/// When the applicant wishes to come: <c>{ "date": "2026-11-24", "time": "09:00" }</c>, from tomorrow to 60 days ahead, Monday to Saturday,
/// 07:00 to 16:00. A wish, not a place in the queue: that is booked as a visit.
/// </summary>
internal sealed class SlotType : IFieldType
{
    private const int DaysAhead = 60;

    public JsonNode? Read(JsonElement value, FieldReading at)
    {
        if (!ObjectReading.IsObjectOf(value, at, """{ "date": "2026-11-24", "time": "09:00" }""", "date", "time")) return null;
        var faults = at.Faults;
        var (date, time) = (DateType.TryRead(value.Member("date")), TimeType.TryRead(value.Member("time")));
        if (date is null) at.Below("date").Refuse("Tulis tanggal kedatangan dengan angka, misalnya 24 11 2026.", "Write the date of your visit in digits, for example 24 11 2026.");
        else if (date <= at.Today || date > at.Today.AddDays(DaysAhead)) at.Below("date").Refuse($"Pilih tanggal mulai besok, paling lambat {DaysAhead} hari lagi.", $"Choose a date from tomorrow, within {DaysAhead} days.");
        else if (date.Value.DayOfWeek == DayOfWeek.Sunday) at.Below("date").Refuse("Hari Minggu kami tutup. Pilih hari Senin sampai Sabtu.", "We are closed on Sundays. Choose Monday to Saturday.");
        if (time is null || time < new TimeOnly(7, 0) || time > new TimeOnly(16, 0)) at.Below("time").Refuse("Tulis jam kedatangan antara 07.00 dan 16.00, misalnya 09.00.", "Write a time between 07:00 and 16:00, for example 09:00.");
        return at.Faults == faults && date is { } day && time is { } hour
            ? new JsonObject { ["date"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["time"] = hour.ToString("HH:mm", CultureInfo.InvariantCulture) }
            : null;
    }

    public JsonObject Schema(FormField field) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("date", "time"),
        ["properties"] = new JsonObject
        {
            ["date"] = new JsonObject { ["type"] = "string", ["format"] = "date" },
            ["time"] = new JsonObject { ["type"] = "string", ["pattern"] = TimeType.Pattern },
        },
    };

    public string Say(JsonNode value, FormField field, bool english) =>
        DateOnly.TryParseExact(JsonText.Of(value, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? $"{date.ToString("dddd, d MMMM yyyy", FormCulture.Of(english))}, {TimeType.Say(JsonText.Of(value, "time"), english)}"
            : JsonText.Of(value);
}
