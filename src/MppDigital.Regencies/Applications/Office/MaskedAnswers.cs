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
        Mask(answers, service.FormFields);
        return JsonSerializer.SerializeToElement(answers);
    }

    private static void Mask(JsonObject answers, IReadOnlyList<FormField> fields)
    {
        foreach (var field in fields)
        {
            if (field.Fields is { } members)
                foreach (var item in (answers[field.Name] as JsonArray ?? []).OfType<JsonObject>()) Mask(item, members);
            else if (HoldsNik(field) && answers[field.Name] is { } answer) answers[field.Name] = Masked(answer);
        }
    }

    private static bool HoldsNik(FormField field) => field.Source == "person.nik" || field.Validation.Rule == "nik" || field.Type == "array<nik>";

    private static JsonNode Masked(JsonNode answer) => answer switch
    {
        JsonArray list => new JsonArray([.. list.Select(i => i is null ? null : Masked(i))]),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length == 16 && text.All(char.IsAsciiDigit) => JsonValue.Create(Nik.Mask(text)),
        _ => answer.DeepClone(),
    };
}
