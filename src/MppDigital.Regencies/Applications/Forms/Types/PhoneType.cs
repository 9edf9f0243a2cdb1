using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Platform.Identification;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>JSON string as people write it (<c>"0812 3456 7890"</c>); stored as E.164 (<c>"+6281234567890"</c>). Landlines are taken too.</summary>
internal sealed class PhoneType : IFieldType
{
    public JsonNode? Read(JsonElement value, FieldReading at)
    {
        if (TypedText.Read(value, at, at.Validation.MaxLength ?? 30) is not { } text) return null;
        if (IndonesianPhone.TryNormalize(text, out var e164)) return JsonValue.Create(e164);
        var label = at.Field.InSentence();
        return at.Refuse($"Tulis {label.Id} yang terdaftar di Indonesia, misalnya 0812 3456 7890.", $"Write {label.En} as an Indonesian number, for example 0812 3456 7890.");
    }

    public JsonObject Schema(FormField field) =>
        new() { ["type"] = "string", ["minLength"] = 7, ["maxLength"] = field.Validation.MaxLength ?? 30, ["pattern"] = @"^\+?[0-9 ().-]+$" };

    public string Say(JsonNode value, FormField field, bool english)
    {
        var text = JsonText.Of(value);
        return text.StartsWith("+62", StringComparison.Ordinal) ? string.Join(' ', ("0" + text[3..]).Chunk(4).Select(group => new string(group))) : text;
    }
}
