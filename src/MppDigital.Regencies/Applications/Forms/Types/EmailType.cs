using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>JSON string <c>"nama@contoh.id"</c>; the domain is stored in small letters.</summary>
internal sealed partial class EmailType : IFieldType
{
    public JsonNode? Read(JsonElement value, FieldReading at)
    {
        if (TypedText.Read(value, at, at.Validation.MaxLength ?? 254) is not { } text) return null;
        var domain = text.LastIndexOf('@');
        if (Address().IsMatch(text)) return JsonValue.Create(text[..domain] + text[domain..].ToLowerInvariant());
        var label = at.Field.InSentence();
        return at.Refuse($"Tulis {label.Id} lengkap dengan @ dan titik, misalnya nama@contoh.id.", $"Write {label.En} with its @ and a dot, for example name@example.id.");
    }

    public JsonObject Schema(FormField field) => new() { ["type"] = "string", ["format"] = "email", ["maxLength"] = field.Validation.MaxLength ?? 254 };

    public string Say(JsonNode value, FormField field, bool english) => JsonText.Of(value);

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
