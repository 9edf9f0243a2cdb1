using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>
/// JSON string on one line, <c>"Aisyah Rahmadani"</c>; 200 characters unless the definition says otherwise. A pattern of digits also takes the
/// blanks, points and hyphens that people put between groups, a pattern of capitals also small letters; stored is what the pattern asks for.
/// </summary>
internal sealed class TextType : IFieldType
{
    public JsonNode? Read(JsonElement value, FieldReading at)
    {
        var validation = at.Validation;
        if (TypedText.Read(value, at, validation.MaxLength ?? FormLimits.DefaultTextLength) is not { } text) return null;
        if (validation.Pattern is { } pattern) text = Patterns.Fit(text, pattern);

        var faults = at.Faults;
        if (validation.Rule == "nik") NikType.Check(text, at);
        else if (validation.Pattern is { } asked && !Regex.IsMatch(text, asked, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)) Patterns.Refuse(asked, at);
        else if (validation.MinWords is { } fewest && text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < fewest) ChildName.RefuseTooFewWords(fewest, at);
        else if (validation.Rule == "child-name") ChildName.Check(text, at);
        return at.Faults == faults ? JsonValue.Create(text) : null;
    }

    public JsonObject Schema(FormField field)
    {
        var schema = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = field.Validation.MaxLength ?? FormLimits.DefaultTextLength };
        if (field.Validation.Pattern is { } pattern) schema["pattern"] = pattern;
        return schema;
    }

    public string Say(JsonNode value, FormField field, bool english) => JsonText.Of(value);
}
