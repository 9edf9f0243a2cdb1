using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>JSON string: number of a licence as printed on it, letters, digits, blanks and <c>/ . -</c>: <c>"1375-26-000428"</c>.</summary>
internal sealed partial class LicenseReferenceType : IFieldType
{
    private const string Printed = "^[A-Za-z0-9][A-Za-z0-9 ./-]*$";

    public JsonNode? Read(JsonElement value, FieldReading at)
    {
        if (TypedText.Read(value, at, at.Validation.MaxLength ?? 60) is not { } text) return null;
        if (Reference().IsMatch(text)) return JsonValue.Create(text);
        var label = at.Field.InSentence();
        return at.Refuse($"Tulis nomor {label.Id} seperti tercetak, misalnya 1375-26-000428.", $"Write the number of {label.En} as printed, for example 1375-26-000428.");
    }

    public JsonObject Schema(FormField field) => new() { ["type"] = "string", ["maxLength"] = field.Validation.MaxLength ?? 60, ["pattern"] = Printed };

    public string Say(JsonNode value, FormField field, bool english) => JsonText.Of(value);

    [GeneratedRegex(Printed, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
