using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Platform.Identification;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>
/// JSON array of objects whose members are the group's fields, each in the shape of its own type:
/// <c>[{ "name": "Siti Anggraini", "nik": "1375016501909990", "relation": "Anak" }]</c>. No item twice, nor two with the same <see cref="FormField.UniqueBy"/>.
/// </summary>
internal sealed class GroupType : IFieldType
{
    public JsonNode? Read(JsonElement value, FieldReading at)
    {
        var label = at.Field.InSentence();
        if (value.ValueKind != JsonValueKind.Array) return at.Refuse($"Isi {label.Id} sebagai daftar.", $"Give {label.En} as a list.");
        if (ListType.RefuseCount(value.GetArrayLength(), at)) return null;
        var faults = at.Faults;
        var items = new JsonArray();
        foreach (var (i, item) in value.EnumerateArray().Index())
        {
            if (Item(item, at.Below(i)) is not { } read) continue;
            if (at.Field.UniqueBy is { } key && read[key] is { } name && items.Any(earlier => JsonNode.DeepEquals(earlier![key], name)))
                at.Below(i).Below(key).Refuse("Isi ini sudah ada di daftar. Tulis yang lain.", "This is in the list already. Write another.");
            else if (items.Any(earlier => JsonNode.DeepEquals(earlier, read))) at.Below(i).Refuse("Isi ini sudah ada di daftar. Tulis yang lain.", "This is in the list already. Write another.");
            items.Add(read);
        }

        return at.Faults == faults ? items : null;
    }

    public JsonObject Schema(FormField field)
    {
        var item = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["minProperties"] = 1,
            ["required"] = new JsonArray([.. Members(field).Where(m => m is { Required: true, ShowWhen: null }).Select(m => JsonValue.Create(m.Name))]),
            ["properties"] = new JsonObject(Members(field).Select(m => KeyValuePair.Create<string, JsonNode?>(m.Name, FormSchema.PropertyOf(m, HeldFacts.None)))),
        };
        if (ConditionSchema.Of(Members(field), HeldFacts.None) is { Count: > 0 } conditions) item["allOf"] = conditions;
        var schema = new JsonObject { ["type"] = "array", ["minItems"] = ListType.Fewest(field), ["maxItems"] = ListType.Most(field), ["uniqueItems"] = true, ["items"] = item };
        if (field.UniqueBy is { } key) schema["x-unique-by"] = key;
        return schema;
    }

    public string Say(JsonNode value, FormField field, bool english) =>
        value is JsonArray items ? string.Join("; ", items.OfType<JsonObject>().Select(item => string.Join(", ", Parts(item, field).Select(p => SayMember(p.Member, p.Answer, english))))) : JsonText.Of(value);

    /// <summary>What an item answers, in the order of the definition.</summary>
    internal static IEnumerable<(FormField Member, JsonNode Answer)> Parts(JsonObject item, FormField group) =>
        Members(group).Where(m => item[m.Name] is not null).Select(m => (m, item[m.Name]!));

    internal static string SayMember(FormField member, JsonNode answer, bool english) =>
        member.Validation.Rule == "nik" ? Nik.Mask(JsonText.Of(answer)) : FieldTypeTable.Find(member.Type).Say(answer, member, english);

    private static IReadOnlyList<FormField> Members(FormField group) => group.Fields ?? [];

    private static JsonObject? Item(JsonElement item, FieldReading at)
    {
        var members = Members(at.Field);
        if (!ObjectReading.IsObjectOf(item, at, $"{{ \"{members[0].Name}\": … }}", [.. members.Select(m => m.Name)])) return null;
        var faults = at.Faults;
        var scope = new FormScope(members, [], at.Form.Scope);
        foreach (var member in members)
        {
            if (FieldVisit.Read(item.Member(member.Name), HeldFacts.None, at.Member(member, scope)) is { } answer) scope.Answers[member.Name] = answer;
        }

        if (at.Faults == faults && scope.Answers.Count == 0) at.Refuse("Isi bagian ini, atau hapus.", "Fill in this entry, or remove it.");
        return at.Faults == faults ? scope.Answers : null;
    }
}
