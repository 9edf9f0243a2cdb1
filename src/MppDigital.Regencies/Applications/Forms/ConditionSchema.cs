using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>
/// The conditions of a form in the words of JSON Schema (<c>if</c>, <c>then</c>, <c>else</c>; 2020-12 core, 10.2.2). What JSON Schema cannot say, such
/// as comparing two dates, stands beside the field as <c>x-show-when</c> and is judged here all the same.
/// </summary>
internal static class ConditionSchema
{
    /// <summary>The conditions of a definition without what they leave out, for people who build the form themselves.</summary>
    private static readonly JsonSerializerOptions Compact = new(DefinitionJson.Options) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public static JsonNode? Written<T>(T part) => JsonSerializer.SerializeToNode(part, Compact);

    public static JsonArray Of(IReadOnlyList<FormField> fields, HeldFacts held)
    {
        var known = new JsonObject(fields.Where(f => held.ValueFor(f) is not null).Select(f => KeyValuePair.Create(f.Name, held.ValueFor(f))));
        var form = new FormScope(fields, known);
        return [.. fields.Where(f => f.Compute is null).SelectMany(f => OfField(f, form))];
    }

    private static IEnumerable<JsonNode> OfField(FormField field, FormScope form)
    {
        // What is held need not be sent, whatever else holds.
        var needed = form.Answers[field.Name] is null;
        if (field.ShowWhen is { } show && Translate(show, form) is { } shown)
        {
            var branch = new JsonObject { ["if"] = shown };
            if (needed && field.Required) branch["then"] = Requires(field.Name);
            branch["else"] = new JsonObject { ["properties"] = new JsonObject { [field.Name] = false } };
            yield return branch;
        }

        if (needed && field.RequiredWhen is { } when && Translate(field.ShowWhen is null ? when : new FormCondition { All = [field.ShowWhen, when] }, form) is { } required)
            yield return new JsonObject { ["if"] = required, ["then"] = Requires(field.Name) };
    }

    /// <returns>Null where JSON Schema has no words for it.</returns>
    public static JsonObject? Translate(FormCondition condition, FormScope form) => condition switch
    {
        { All: { } all } => Together("allOf", all, form),
        { Any: { } any } => Together("anyOf", any, form),
        { Not: { } not } => Translate(not, form) is { } inner ? new JsonObject { ["not"] = inner } : null,
        { Field: { } name } => Test(condition, name, form),
        _ => null,
    };

    private static JsonObject? Together(string word, IReadOnlyList<FormCondition> conditions, FormScope form)
    {
        var parts = conditions.Select(c => Translate(c, form)).ToList();
        return parts.Contains(null) ? null : new JsonObject { [word] = new JsonArray([.. parts]) };
    }

    private static JsonObject? Test(FormCondition test, string name, FormScope form)
    {
        // Answers outside an item, and those that nobody sends, are out of reach of its schema.
        if (form.FieldOf(name) is not { Compute: null } field) return null;
        if (test.Present is { } present) return form.Answers[name] is not null ? (present ? [] : new JsonObject { ["not"] = new JsonObject() }) : present ? Requires(name) : new JsonObject { ["not"] = Requires(name) };
        if (ValueOf(test, field) is not { } value) return null;
        var schema = new JsonObject { ["properties"] = new JsonObject { [name] = value } };
        // A held answer that passes is left out by most callers, and passes all the same.
        if (!Conditions.Hold(test, form)) schema["required"] = new JsonArray(name);
        return schema;
    }

    private static JsonObject? ValueOf(FormCondition test, FormField field) => test switch
    {
        { Is: { } value } => new JsonObject { ["const"] = JsonNode.Parse(value.GetRawText()) },
        { OneOf: { } values } => new JsonObject { ["enum"] = new JsonArray([.. values.Select(v => JsonNode.Parse(v.GetRawText()))]) },
        { Includes: { } item } => new JsonObject { ["contains"] = new JsonObject { ["const"] = JsonNode.Parse(item.GetRawText()) } },
        { Compare: { } how, To: { } to } when FieldTypes.IsNumber(field.Type) => new JsonObject
        {
            [how switch { FormComparison.Less => "exclusiveMaximum", FormComparison.AtMost => "maximum", FormComparison.Greater => "exclusiveMinimum", _ => "minimum" }] = JsonNode.Parse(to.GetRawText()),
        },
        _ => null,
    };

    private static JsonObject Requires(string name) => new() { ["required"] = new JsonArray(name) };
}
