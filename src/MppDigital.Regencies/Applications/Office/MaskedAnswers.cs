using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Platform.Identification;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>Answers with every NIK shown as its first 4 and last 2 digits: the whole number takes a recorded click.</summary>
internal static class MaskedAnswers
{
    public static JsonElement Of(JsonElement data, ServiceDefinition service)
    {
        if (JsonNode.Parse(data.GetRawText()) is not JsonObject answers) return data;
        foreach (var field in service.FormFields.Where(HoldsNik))
        {
            if (answers[field.Name] is { } answer) answers[field.Name] = Masked(answer);
        }

        return JsonSerializer.SerializeToElement(answers);
    }

    private static bool HoldsNik(FormField field) => field.Source == "person.nik" || field.Validation.Rule == "nik" || field.Type is "array<nik>" or "array<person>";

    private static JsonNode Masked(JsonNode answer) => answer switch
    {
        JsonArray list => new JsonArray([.. list.Select(i => i is null ? null : Masked(i))]),
        JsonObject person => new JsonObject(person.Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : Masked(p.Value)))),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length == 16 && text.All(char.IsAsciiDigit) => JsonValue.Create(Nik.Mask(text)),
        _ => answer.DeepClone(),
    };
}
