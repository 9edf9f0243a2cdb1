using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using MppDigital.National.Catalog.Templates;

namespace MppDigital.National.Catalog.Definitions;

/// <summary>What the types do not say of their members: vocabulary, lengths and bounds, each in the words of JSON Schema.</summary>
internal static class SchemaKeywords
{
    private const string Name = "^[a-z0-9_]{1,40}$";
    private const string FactName = "^[a-z][a-zA-Z0-9_.]{1,59}$";

    private static readonly Dictionary<(Type Type, string Member), (string Keyword, JsonNode Value)[]> Table = new()
    {
        [(typeof(ServiceDefinition), "code")] = [("pattern", "^[A-Z][A-Z0-9-]{2,19}$")],
        [(typeof(ServiceDefinition), "name_id")] = Text(150),
        [(typeof(ServiceDefinition), "name_en")] = Text(150),
        [(typeof(ServiceDefinition), "short_name")] = Text(40),
        [(typeof(ServiceDefinition), "description_id")] = Text(300),
        [(typeof(ServiceDefinition), "description_en")] = Text(300),
        [(typeof(ServiceDefinition), "legal_basis")] = [("minItems", 1)],
        [(typeof(ServiceDefinition), "steps")] = [("minItems", 1)],
        [(typeof(ServiceDefinition), "form_fields")] = [("maxItems", 200)],
        [(typeof(ServiceDefinition), "confidence")] = [("enum", new JsonArray("verified", "common-knowledge"))],
        [(typeof(ServiceAgency), "code")] = Text(12),
        [(typeof(OutsideDesk), "name_id")] = Text(80),
        [(typeof(OutsideDesk), "name_en")] = Text(80),
        [(typeof(OutsideDesk), "address")] = [("maxLength", 200)],
        [(typeof(Requirement), "code")] = [("pattern", Name)],
        [(typeof(Requirement), "name_id")] = Text(300),
        [(typeof(Requirement), "name_en")] = Text(300),
        [(typeof(ProcedureStep), "order")] = [("minimum", 1)],
        [(typeof(ProcedureStep), "actor")] = [("enum", Words(DefinitionRules.Actors))],
        [(typeof(WorkflowStep), "agency")] = Text(12),
        [(typeof(WorkflowStep), "limit_working_days")] = [("minimum", 1), ("maximum", 250)],
        [(typeof(ChecklistItem), "code")] = [("pattern", Name)],
        [(typeof(ChecklistItem), "label_id")] = Text(150),
        [(typeof(ChecklistItem), "label_en")] = Text(150),
        [(typeof(ProcessingTime), "catalog_standard_working_days")] = [("minimum", 0), ("maximum", 250)],
        [(typeof(DeemedApproval), "after_working_days")] = [("minimum", 0), ("maximum", 250)],
        [(typeof(Fee), "type")] = [("enum", Words(DefinitionRules.FeeTypes))],
        [(typeof(Fee), "amount_idr")] = [("minimum", 0)],
        [(typeof(FeeVariant), "amount_idr")] = [("minimum", 0)],
        [(typeof(FeeFormula), "explain_id")] = Text(200),
        [(typeof(FeeFormula), "explain_en")] = Text(200),
        [(typeof(FeeFormula), "tariff_id")] = [("maxLength", 80)],
        [(typeof(FeeFormula), "tariff_en")] = [("maxLength", 80)],
        [(typeof(ServiceProduct), "validity_years")] = [("minimum", 1), ("maximum", 100)],
        [(typeof(ServiceProduct), "fact")] = [("pattern", FactName)],
        [(typeof(FactReuse), "fact")] = [("pattern", FactName)],
        [(typeof(FactReuse), "valid_months")] = [("minimum", 1), ("maximum", 120)],
        [(typeof(FactReuse), "duty_id")] = [("minLength", 1), ("maxLength", 200)],
        [(typeof(FactReuse), "duty_en")] = [("minLength", 1), ("maxLength", 200)],
        [(typeof(IssuingRegister), "register")] = [("enum", Words(ProductRegisters.All.Keys))],
        [(typeof(IssuingRegister), "kind")] = [("enum", Words(ProductRegisters.All.Values.SelectMany(k => k.Keys).Distinct()))],
        [(typeof(ToldFact), "fact")] = [("enum", Words(ProductRegisters.All.Values.SelectMany(k => k.Values).SelectMany(f => f).Distinct()))],
        [(typeof(ToldFact), "field")] = [("pattern", Name)],
        [(typeof(ProductTemplate), "title")] = Text(120),
        [(typeof(ProductTemplate), "opening")] = Text(300),
        [(typeof(ProductTemplate), "holder")] = [("minLength", 1), ("maxLength", 120)],
        [(typeof(ProductTemplate), "rows")] = [("minItems", 1), ("maxItems", 40)],
        [(typeof(ProductTemplate), "decision")] = [("maxItems", 10)],
        [(typeof(ProductTemplate), "conditions")] = [("maxItems", 15)],
        [(typeof(ProductTemplate), "signed_as")] = Text(120),
        [(typeof(TemplateRow), "label_id")] = Text(80),
        [(typeof(TemplateRow), "label_en")] = Text(80),
        // Members of a group may be written as a register writes them (birthDate); the form's own fields may not, which a rule says.
        [(typeof(FormField), "name")] = [("pattern", "^[a-z][A-Za-z0-9_]{0,39}$")],
        [(typeof(FormField), "label")] = Text(300),
        [(typeof(FormField), "label_en")] = Text(300),
        [(typeof(FormField), "type")] = [("enum", Words(FieldTypes.All))],
        [(typeof(FormField), "group")] = [("enum", Words(FieldTypes.Groups))],
        [(typeof(FormSection), "key")] = [("pattern", "^[a-z][a-z0-9-]{0,39}$")],
        [(typeof(FormSection), "title_id")] = Text(80),
        [(typeof(FormSection), "title_en")] = Text(80),
        [(typeof(FormRule), "message_id")] = Text(200),
        [(typeof(FormRule), "message_en")] = Text(200),
        [(typeof(ServiceDefinition), "form_rules")] = [("maxItems", 50)],
        [(typeof(FieldOption), "value")] = Text(60),
        [(typeof(FieldValidation), "rule")] = [("enum", Words(FieldTypes.Rules, orNull: true))],
        [(typeof(FieldValidation), "maxLength")] = [("minimum", 1), ("maximum", 100_000)],
        [(typeof(OverrideBounds), "shortest_working_days")] = [("minimum", 0), ("maximum", 250)],
        [(typeof(TariffBounds), "minimum_idr")] = [("minimum", 0)],
        [(typeof(TariffBounds), "maximum_idr")] = [("minimum", 0)],
        [(typeof(LegalReference), "element")] = [("pattern", "^(/[^/]+)+$")],
        [(typeof(LegalReference), "rule")] = Text(150),
        [(typeof(LegalReference), "article")] = Text(150),
    };

    public static JsonNode Add(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        // The converter of our enums is opaque to the exporter; the words are what it reads.
        if (type.IsEnum) schema = new JsonObject { ["enum"] = Words(Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName), context.TypeInfo.Type != type) };
        if (schema is not JsonObject members || context.PropertyInfo is not { } property || !Table.TryGetValue((property.DeclaringType, property.Name), out var keywords)) return schema;
        foreach (var (keyword, value) in keywords) members[keyword] = value.DeepClone();
        return schema;
    }

    /// <summary>Every row of the table that no member answers to: a renamed member would silently lose its bounds.</summary>
    internal static IEnumerable<string> Stale() =>
        Table.Keys.Where(k => !k.Type.GetProperties().Any(p => NameOf(p) == k.Member)).Select(k => $"{k.Type.Name}.{k.Member}");

    private static string NameOf(System.Reflection.PropertyInfo property) =>
        property.GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonPropertyNameAttribute), false) is [System.Text.Json.Serialization.JsonPropertyNameAttribute named] ? named.Name : JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);

    private static (string, JsonNode)[] Text(int longest) => [("minLength", 1), ("maxLength", longest)];

    private static JsonArray Words(IEnumerable<string> words, bool orNull = false)
    {
        var list = new JsonArray([.. words.Order(StringComparer.Ordinal).Select(w => (JsonNode)w)]);
        if (orNull) list.Add((JsonNode?)null);
        return list;
    }
}
