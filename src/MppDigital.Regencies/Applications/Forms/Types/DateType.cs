using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>JSON string <c>"2026-11-22"</c>, 1900 to 2100.</summary>
internal sealed class DateType : IFieldType
{
    public JsonNode? Read(JsonElement value, FieldReading at)
    {
        var label = at.Field.InSentence();
        if (TryRead(value) is not { } date)
            return at.Refuse($"Tulis {label.Id} dengan angka: tanggal, bulan, tahun, misalnya 9 11 2026.", $"Write {label.En} in digits: day, month, year, for example 9 11 2026. In JSON: \"2026-11-09\".");
        if (at.Validation.NotFuture && date > at.Today)
            return at.Refuse($"{at.Field.Label} tidak boleh setelah hari ini, {Words(at.Today, false)}.", $"{at.Field.LabelEn} cannot be after today, {Words(at.Today, true)}.");
        return JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    public JsonObject Schema(FormField field) => new() { ["type"] = "string", ["format"] = "date" };

    public string Say(JsonNode value, FormField field, bool english) =>
        DateOnly.TryParseExact(JsonText.Of(value), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Words(date, english) : JsonText.Of(value);

    internal static DateOnly? TryRead(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetRawText() is { Length: 12 } raw
        && DateOnly.TryParseExact(raw.AsSpan(1, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is >= 1900 and <= 2100 ? date : null;

    private static string Words(DateOnly date, bool english) => date.ToString("d MMMM yyyy", FormCulture.Of(english));
}
