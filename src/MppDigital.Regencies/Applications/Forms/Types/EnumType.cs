using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>JSON string: the <c>value</c> of one option of the definition, never its label.</summary>
internal sealed class EnumType : IFieldType
{
    public JsonNode? Read(JsonElement value, FieldReading at)
    {
        var options = at.Field.Options ?? [];
        if (value.ValueKind == JsonValueKind.String && options.FirstOrDefault(o => value.ValueEquals(o.Value)) is { } chosen) return JsonValue.Create(chosen.Value);
        var label = at.Field.InSentence();
        return at.Refuse($"Pilih {label.Id} dari daftar: {Some(options, o => o.LabelId)}.", $"Choose {label.En} from the list: {Some(options, o => o.LabelEn)}.");
    }

    public JsonObject Schema(FormField field) => new()
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. (field.Options ?? []).Select(o => JsonValue.Create(o.Value))]),
        ["x-labels"] = new JsonObject((field.Options ?? []).Select(o => KeyValuePair.Create<string, JsonNode?>(o.Value, new JsonObject { ["id"] = o.LabelId, ["en"] = o.LabelEn }))),
    };

    public string Say(JsonNode value, FormField field, bool english) =>
        JsonText.Of(value) is var said && field.Options?.FirstOrDefault(o => o.Value == said) is { } option ? (english ? option.LabelEn : option.LabelId) : said;

    private static string Some(IReadOnlyList<FieldOption> options, Func<FieldOption, string> label) =>
        string.Join(", ", options.Take(4).Select(label)) + (options.Count > 4 ? ", …" : "");
}
