using System.Globalization;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Templates;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Regencies.Documents.Pdf;

namespace MppDigital.Regencies.Documents;

/// <summary>One answer in the words of a document: as a citizen reads it, and an identity number never whole.</summary>
internal static class PrintedValue
{
    private static readonly string[] Codes = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly string[] Days = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];

    /// <returns>Null where nothing was answered.</returns>
    public static string? Of(FormField field, JsonNode? answer, ITenantDirectory directory)
    {
        if (answer is null) return null;
        var said = (field.Type, answer) switch
        {
            _ when PrintedFields.IsMasked(field) => Joined(answer is JsonArray list ? [.. list.Select(i => Masked($"{i}"))] : [Masked($"{answer}")]),
            ("date", _) when DateOnly.TryParseExact($"{answer}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => IndonesianDate.Of(date),
            ("schedule", JsonArray lines) => Week(lines),
            ("geopoint", JsonObject point) => $"{Degrees(point["lat"], "LS", "LU")}, {Degrees(point["lng"], "BB", "BT")}",
            ("array<district-code>", JsonArray areas) => Joined([.. areas.Select(a => Area($"{a}", directory))]),
            ("village-code", _) => Area($"{answer}", directory),
            (['a', 'r', 'r', 'a', 'y', ..], JsonArray list) => Joined([.. list.OfType<JsonNode>().Select(i => AnswerWords.Of(field, new JsonArray(i.DeepClone()), directory, english: false))]),
            _ => AnswerWords.Of(field, answer, directory, english: false),
        };
        return string.IsNullOrWhiteSpace(said) ? null : said;
    }

    private static string Masked(string number) => number.Length == 16 ? Nik.Mask(number) : number;

    private static string Joined(IReadOnlyList<string> parts) => parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))}{(parts.Count > 2 ? "," : "")} dan {parts[^1]}";

    /// <summary>Days one after the other with the same hours are told as a span: "Senin sampai Jumat 08.00–14.00; Sabtu 08.00–12.00".</summary>
    private static string Week(JsonArray lines)
    {
        var hours = lines.OfType<JsonObject>().GroupBy(l => Array.IndexOf(Codes, $"{l["day"]}")).Where(d => d.Key >= 0).OrderBy(d => d.Key)
            .Select(day => (Day: day.Key, Hours: string.Join(" dan ", day.Select(l => $"{l["from"]}–{l["to"]}".Replace(':', '.'))))).ToList();
        var spans = new List<(int First, int Last, string Hours)>();
        foreach (var (day, open) in hours)
        {
            if (spans is [.., var last] && last.Last == day - 1 && last.Hours == open) spans[^1] = last with { Last = day };
            else spans.Add((day, day, open));
        }

        return string.Join("; ", spans.GroupBy(s => s.Hours).Select(same => $"{string.Join(", ", same.Select(Span))} {same.Key}"));
    }

    private static string Span((int First, int Last, string Hours) span) =>
        span.Last == span.First ? Days[span.First] : span.Last == span.First + 1 ? $"{Days[span.First]}, {Days[span.Last]}" : $"{Days[span.First]} sampai {Days[span.Last]}";

    private static string Degrees(JsonNode? degrees, string below, string above) =>
        decimal.TryParse($"{degrees}", NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? $"{Math.Abs(number).ToString("0.######", CultureInfo.InvariantCulture).Replace('.', ',')}° {(number < 0 ? below : above)}"
            : "";

    /// <summary>Districts change too often for names of ours: the code with the regency that it lies in.</summary>
    private static string Area(string code, ITenantDirectory directory) =>
        code.Length > 5 && RegencyCode.TryParse(code[..5], out var regency) && directory.Find(regency) is { } known ? $"{code} ({known.Name})" : code;
}
