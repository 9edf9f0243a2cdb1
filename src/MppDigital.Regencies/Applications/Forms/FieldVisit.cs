using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.Regencies.Applications.Forms.Types;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>Reads one question in its place: whether it is asked at all, whether somebody else holds or works out the answer, and what was given.</summary>
internal static class FieldVisit
{
    /// <returns>The answer to store; null for none, after noting what is wrong.</returns>
    public static JsonNode? Read(JsonElement given, HeldFacts held, FieldReading at)
    {
        var field = at.Field;
        if (!Conditions.IsAsked(field, at.Form.Scope))
        {
            at.Hide();
            return at.Form.Lenient || TypedText.IsBlank(given) ? null
                : at.Refuse("Isian ini tidak ditanyakan untuk jawaban Anda yang lain. Hapus isian ini.", "Your other answers leave no room for this question. Remove this answer.");
        }

        if (field.Compute is not null) return Computed(given, at);
        var known = held.ValueFor(field);
        if (known is not null && held.IsFixed(field)) return Fixed(given, known, at);
        if (given.ValueKind == JsonValueKind.Undefined && known is not null) return known;
        if (!TypedText.IsBlank(given)) return FieldTypeTable.Find(field.Type).Read(given, at);
        return Conditions.IsRequired(field, at.Form.Scope) ? MissingAnswer.Refuse(at) : null;
    }

    private static JsonNode? Computed(JsonElement given, FieldReading at)
    {
        var value = Computations.ValueOf(at.Field, at.Form.Scope);
        if (!at.Form.Lenient && !TypedText.IsBlank(given) && !(given.ValueKind == JsonValueKind.Number && given.TryGetDecimal(out var sent) && sent == value))
            return at.Refuse("Isian ini dihitung dari jawaban lain. Hapus isian ini.", "This is worked out from other answers. Remove this answer.");
        return value is { } number ? FieldTypeTable.Find(at.Field.Type).Read(JsonSerializer.SerializeToElement(number), at) : null;
    }

    private static JsonNode? Fixed(JsonElement given, JsonNode known, FieldReading at)
    {
        if (given.ValueKind == JsonValueKind.Undefined || JsonNode.DeepEquals(JsonNode.Parse(given.GetRawText()), known)) return known;
        if (JsonNode.DeepEquals(FieldTypeTable.Find(at.Field.Type).Read(given, at.Aside()), known)) return known;
        var label = at.Field.InSentence();
        return at.Refuse($"Kami sudah memegang {label.Id}. Kosongkan isian ini. Bila datanya salah, betulkan lewat instansi sumbernya.", $"We already hold {label.En}. Leave this field out. If the data is wrong, have it mended by the register that holds it.");
    }
}
