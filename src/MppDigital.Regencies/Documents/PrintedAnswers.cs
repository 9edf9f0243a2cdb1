using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Forms.Types;
using MppDigital.Regencies.Documents.Pdf;

namespace MppDigital.Regencies.Documents;

/// <summary>The answers that a document states: what was granted, not how to reach the holder.</summary>
internal static class PrintedAnswers
{
    private static readonly Dictionary<string, string> Weekdays = new() { ["mon"] = "Senin", ["tue"] = "Selasa", ["wed"] = "Rabu", ["thu"] = "Kamis", ["fri"] = "Jumat", ["sat"] = "Sabtu", ["sun"] = "Minggu" };

    public static IEnumerable<DocumentRow> Of(ServiceDefinition service, string answers)
    {
        var data = JsonNode.Parse(answers)!.AsObject();
        return service.FormFields.Where(IsPrinted).SelectMany(f => f.IsGroup ? RowsOf(f, data[f.Name] as JsonArray ?? []) : [new DocumentRow(f.Label, TextOf(f, data[f.Name]))]).Where(r => r.Value.Length > 0);
    }

    /// <summary>One row for each item; what identifies a person stays off the paper.</summary>
    private static IEnumerable<DocumentRow> RowsOf(FormField group, JsonArray items) =>
        items.OfType<JsonObject>().Index().Select(item => new DocumentRow(
            $"{group.Label} {item.Index + 1}",
            string.Join(", ", group.Fields!.Where(m => IsPrinted(m) && m.Validation.Rule != "nik").Select(m => TextOf(m, item.Item[m.Name])).Where(t => t.Length > 0))));

    private static bool IsPrinted(FormField field) =>
        field.Type is not ("phone" or "email" or "geojson" or "geopoint" or "boolean" or "slot" or "array<nik>") && field.Source is not ("person.nik" or "person.name" or "person.familyCardNumber");

    private static string TextOf(FormField field, JsonNode? value) => value switch
    {
        null => "",
        JsonObject address when field.Type == "address" => string.Join(", ", ((string[])["street", "village", "district", "postalCode"]).Select(k => address[k]?.ToString()).Where(t => !string.IsNullOrEmpty(t))),
        JsonArray days when field.Type == "schedule" => string.Join("; ", days.Select(d => $"{Weekdays.GetValueOrDefault($"{d?["day"]}", "")} {d?["from"]}–{d?["to"]}".Replace(':', '.'))),
        JsonValue when FieldTypes.IsNumber(field.Type) || field.Type == "date" => FieldTypeTable.Find(field.Type).Say(value, field, english: false),
        JsonArray list => string.Join(", ", list.Select(i => Label(field, i?.ToString() ?? ""))),
        JsonObject => "",
        _ => Label(field, value.ToString()),
    };

    private static string Label(FormField field, string value) => field.Options?.FirstOrDefault(o => o.Value == value)?.LabelId ?? value;
}
