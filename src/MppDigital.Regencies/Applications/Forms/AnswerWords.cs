using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications.Forms.Types;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>Stored answers as people read them, on review pages, at the officer's desk and on documents.</summary>
public static class AnswerWords
{
    /// <param name="directory">Turns codes of regencies into names.</param>
    public static string Of(FormField field, JsonNode answer, ITenantDirectory directory, bool english) =>
        FieldTypeTable.Find(field.Type).Say(field.Type is "address" or "regency-code" ? Named(answer, directory) : answer, field, english);

    /// <summary>The same in lines: one for each item of a group, one for anything else.</summary>
    public static IReadOnlyList<string> Lines(FormField field, JsonNode answer, ITenantDirectory directory, bool english) =>
        field.IsGroup && answer is JsonArray items
            ? [.. items.OfType<JsonObject>().Select(item => string.Join(", ", GroupType.Parts(item, field).Select(p => p.Member.Validation.Rule == "nik" ? GroupType.SayMember(p.Member, p.Answer, english) : Of(p.Member, p.Answer, directory, english))))]
            : [Of(field, answer, directory, english)];

    private static JsonNode Named(JsonNode answer, ITenantDirectory directory)
    {
        if (answer is not JsonObject) return NameOf(answer, directory);
        var named = answer.DeepClone().AsObject();
        if (named["regency"] is { } code) named["regency"] = NameOf(code, directory);
        return named;
    }

    private static JsonNode NameOf(JsonNode code, ITenantDirectory directory) =>
        RegencyCode.TryParse(JsonText.Of(code), out var parsed) && directory.Find(parsed) is { } regency ? JsonValue.Create(regency.Name) : code.DeepClone();
}
