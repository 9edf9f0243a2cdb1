namespace MppDigital.National.Catalog.Templates;

/// <summary>A template whose every placeholder will have a value when a document is made.</summary>
internal static class TemplateRules
{
    private const int LongestText = 600;

    public static IEnumerable<DefinitionFault> Check(ServiceDefinition service)
    {
        var product = service.Product;
        if (product.ValidUntilAnswer is { } last)
        {
            if (product.ValidityYears is not null) yield return new("$.product.valid_until_answer", "null, since validity_years says when it ends");
            else if (service.FormFields.FirstOrDefault(f => f.Name == last) is not { Type: "date", Required: true, ShowWhen: null }) yield return new("$.product.valid_until_answer", "a date of this form that everybody answers");
        }

        if (product.Template is not { } template) yield break;
        const string At = "$.product.template";
        foreach (var fault in Sure(template.Title, service, $"{At}.title").Concat(Sure(template.SignedAs, service, $"{At}.signed_as"))) yield return fault;
        foreach (var fault in Text(template.Opening, service, null, $"{At}.opening")) yield return fault;
        if (template.Holder is { } holder)
            foreach (var fault in Sure(holder, service, $"{At}.holder")) yield return fault;
        if (template.Closing is { } closing)
            foreach (var fault in Text(closing, service, null, $"{At}.closing")) yield return fault;
        foreach (var (list, name) in ((IReadOnlyList<string>, string)[])[(template.Decision, "decision"), (template.Conditions, "conditions")])
            foreach (var fault in list.Index().SelectMany(t => Text(t.Item, service, null, $"{At}.{name}[{t.Index}]"))) yield return fault;
        foreach (var fault in template.Rows.Index().SelectMany(r => Row(r.Item, service, $"{At}.rows[{r.Index}]"))) yield return fault;
    }

    private static IEnumerable<DefinitionFault> Row(TemplateRow row, ServiceDefinition service, string at)
    {
        if (HasBraces(row.LabelId)) yield return new($"{at}.label_id", "a label without placeholders");
        if (HasBraces(row.LabelEn)) yield return new($"{at}.label_en", "a label without placeholders");
        var group = row.Each is { } name ? service.FormFields.FirstOrDefault(f => f.IsGroup && f.Name == name) : null;
        if (row.Each is not null && group is null) yield return new($"{at}.each", "the name of a group of this form, or null");
        else
            foreach (var fault in Text(row.Value, service, group, $"{at}.value")) yield return fault;
    }

    /// <summary>Where nothing can be left out: only what every application answers.</summary>
    private static IEnumerable<DefinitionFault> Sure(string text, ServiceDefinition service, string at)
    {
        foreach (var fault in Text(text, service, null, at)) yield return fault;
        foreach (var name in (TemplateText.Placeholders(text) ?? []).Select(p => p.Split('.')).Where(p => p is [TemplateText.Answer, _]).Select(p => p[1]))
        {
            if (service.FormFields.FirstOrDefault(f => f.Name == name) is { } field && (!field.Required || field.ShowWhen is not null)) yield return new(at, $"answers that everybody gives ('{name}' may be absent)");
        }
    }

    private static IEnumerable<DefinitionFault> Text(string text, ServiceDefinition service, FormField? group, string at)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText) yield return new(at, $"a text of 1 to {LongestText} characters");
        if (TemplateText.Placeholders(text) is not { } names)
        {
            yield return new(at, "placeholders such as {{holder.name}}, and no other braces");
            yield break;
        }

        foreach (var name in names.Distinct())
        {
            if (Fault(name, service, group, at) is { } fault) yield return fault;
        }
    }

    private static DefinitionFault? Fault(string name, ServiceDefinition service, FormField? group, string at)
    {
        if (name == TemplateText.ValidUntil) return service.Product is { ValidityYears: null, ValidUntilAnswer: null } ? new(at, "no valid_until, since this document has no end") : null;
        if (TemplateText.Facts.Contains(name)) return null;
        var fields = name.Split('.') switch
        {
            [TemplateText.Answer, _] => service.FormFields,
            [TemplateText.Item, _] when group is not null => group.Fields ?? [],
            _ => null,
        };
        if (fields is null) return new(at, $"one of {string.Join(", ", TemplateText.Facts)}, answer.… or, in a row with each, item.… ('{name}' is none)");
        if (fields.FirstOrDefault(f => f.Name == name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]) is not { } field) return new(at, $"a field of this form ('{name}' is none)");
        if (field.IsGroup) return new(at, $"a row with each, since '{name}' repeats");
        return PrintedFields.CanPrint(field) ? null : new(at, $"an answer that a document may state ('{name}' is of type {field.Type})");
    }

    private static bool HasBraces(string text) => text.AsSpan().ContainsAny('{', '}');
}
