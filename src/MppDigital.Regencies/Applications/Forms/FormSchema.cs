using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Forms.Types;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>The form of a definition as JSON Schema 2020-12, for clients that build it themselves.</summary>
public static class FormSchema
{
    /// <param name="held">What is known of the caller; <see cref="HeldFacts.None"/> for strangers.</param>
    public static JsonObject For(ServiceDefinition definition, HeldFacts held)
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = definition.NameId,
            ["x-title-en"] = definition.NameEn,
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray([.. definition.FormFields.Where(f => f is { Required: true, ShowWhen: null } && held.ValueFor(f) is null).Select(f => JsonValue.Create(f.Name))]),
            ["properties"] = new JsonObject(definition.FormFields.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Name, PropertyOf(f, held)))),
        };
        if (ConditionSchema.Of(definition.FormFields, held) is { Count: > 0 } conditions) schema["allOf"] = conditions;
        if (definition.FormRules.Count > 0) schema["x-rules"] = ConditionSchema.Written(definition.FormRules);
        if (definition.FormSections.Count > 0) schema["x-sections"] = ConditionSchema.Written(definition.FormSections);
        return schema;
    }

    internal static JsonObject PropertyOf(FormField field, HeldFacts held)
    {
        var known = held.ValueFor(field);
        var isFixed = held.IsFixed(field);
        // What a register holds may be shorter than what a form asks, so the held value itself is the schema.
        var schema = isFixed ? new JsonObject { ["const"] = known } : FieldTypeTable.Find(field.Type).Schema(field);
        schema["title"] = field.Label;
        schema["x-title-en"] = field.LabelEn;
        schema["x-type"] = field.Type;
        if (field.HelpId is { } help) schema["description"] = help;
        if (field.HelpEn is { } helpEn) schema["x-description-en"] = helpEn;
        if (field.Source is { } source) schema["x-source"] = source;
        if (field.Section is { } section) schema["x-section"] = section;
        if (field.ShowWhen is { } show) schema["x-show-when"] = ConditionSchema.Written(show);
        if (field.RequiredWhen is { } when) schema["x-required-when"] = ConditionSchema.Written(when);
        if (field.Compute is { } compute) (schema["readOnly"], schema["x-computed"]) = (true, ConditionSchema.Written(compute));
        if (isFixed) schema["readOnly"] = true;
        else if (known is not null) schema["default"] = known;
        if (known is null && field is { Prefilled: true, Editable: false }) schema["x-unverified"] = true;
        if (held.ChoicesFor(field.Name) is { Count: > 0 } choices)
            schema["examples"] = new JsonArray([.. choices.Select(c => JsonValue.Create(c.Value))]);
        return schema;
    }
}
