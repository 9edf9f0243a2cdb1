using MppDigital.National.Catalog;

namespace MppDigital.National.LifeEvents;

/// <summary>What a life event must be to run with the services that are in force. All faults at once, as for the services themselves.</summary>
internal static class LifeEventRules
{
    private const int LongestCode = 14;

    public static IReadOnlyList<DefinitionFault> Check(LifeEventDefinition happening, Func<string, ServiceDefinition?> find)
    {
        List<DefinitionFault> faults = [.. Texts(happening)];
        var known = new List<(int At, BundledService Bundled, ServiceDefinition Service)>();
        foreach (var (i, bundled) in happening.Services.Index())
        {
            if (find(bundled.Code) is not { } service) faults.Add(new($"$.services[{i}].code", $"a service of the catalog ('{bundled.Code}' is none)"));
            else if (known.Any(k => k.Service.Code == service.Code)) faults.Add(new($"$.services[{i}].code", $"each service once ('{bundled.Code}' is there twice)"));
            else known.Add((i, bundled, service));
        }

        foreach (var (i, bundled, service) in known) faults.AddRange(Part($"$.services[{i}]", bundled, service, happening, find));
        faults.AddRange(Shared(known));
        return faults;
    }

    private static IEnumerable<DefinitionFault> Texts(LifeEventDefinition happening)
    {
        if (!DefinitionRules.IsName(happening.Code) || happening.Code.Length > LongestCode) yield return new("$.code", $"1 to {LongestCode} small letters, digits and _");
        foreach (var (path, text, longest) in new (string, string, int)[]
                 {
                     ("$.name_id", happening.NameId, 150), ("$.name_en", happening.NameEn, 150), ("$.short_id", happening.ShortId, 40), ("$.short_en", happening.ShortEn, 40),
                     ("$.description_id", happening.DescriptionId, 300), ("$.description_en", happening.DescriptionEn, 300),
                 })
        {
            if (string.IsNullOrWhiteSpace(text) || text.Length > longest) yield return new(path, $"a text of 1 to {longest} characters");
        }

        if (happening.LegalBasis.Count == 0) yield return new("$.legal_basis", "at least one rule");
        if (happening.Services.Count < 2) yield return new("$.services", "two services or more");
        if (happening.Services is [{ Question: not null }, ..]) yield return new("$.services[0].question", "null: the first service is what the event is about");
    }

    private static IEnumerable<DefinitionFault> Part(string at, BundledService bundled, ServiceDefinition service, LifeEventDefinition happening, Func<string, ServiceDefinition?> find)
    {
        if (!service.DecidedHere) yield return new($"{at}.code", "a service that the regency decides");
        if (bundled.Question is { } question)
        {
            if (!DefinitionRules.IsName(question.Name)) yield return new($"{at}.question.name", "a name of small letters, digits and _");
            if (question.LabelId.Length == 0 || question.LabelEn.Length == 0) yield return new($"{at}.question", "the question in both languages");
        }

        var fields = service.FormFields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var requirements = service.Requirements.ToDictionary(r => r.Code, StringComparer.Ordinal);
        foreach (var name in bundled.Given.Keys.Concat(bundled.Later.Keys).Concat(bundled.Fields.Keys).Where(n => !fields.Contains(n))) yield return new($"{at}.{name}", $"a field of {service.Code}");
        foreach (var code in bundled.Proven.Keys.Concat(bundled.Documents.Keys).Concat(bundled.Omitted).Where(c => !requirements.ContainsKey(c))) yield return new($"{at}.{code}", $"a requirement of {service.Code}");
        foreach (var code in bundled.Omitted.Where(c => requirements.TryGetValue(c, out var omitted) && omitted.Mandatory)) yield return new($"{at}.omitted", $"optional requirements only ('{code}' is mandatory)");
        foreach (var name in bundled.Given.Keys.Intersect(bundled.Later.Keys)) yield return new($"{at}.{name}", "either given or later");
        foreach (var name in bundled.Fields.Values.Concat(bundled.Documents.Values).Where(n => !DefinitionRules.IsName(n))) yield return new(at, $"names of small letters, digits and _ ('{name}' is none)");
        // Who waits for a service that may be left out, or for a later one, waits for ever.
        var before = happening.Services.TakeWhile(s => s.Code != bundled.Code).Where(s => s.Question is null).Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var code in bundled.WaitsFor.Where(c => !before.Contains(c))) yield return new(at, $"to wait only for an earlier service that is always part ('{code}' is not)");
        // What no register tells would stay empty, and nobody is asked for it.
        foreach (var (name, from) in bundled.Later.Where(l => find(l.Value)?.Product.IssuedBy is { } by && by.Tells.All(t => t.Field != l.Key))) yield return new($"{at}.{name}", $"a field that the product of {from} tells");
    }

    /// <summary>What bears one name in the common form must be one thing.</summary>
    private static IEnumerable<DefinitionFault> Shared(List<(int At, BundledService Bundled, ServiceDefinition Service)> known)
    {
        var fields = new Dictionary<string, FormField>(StringComparer.Ordinal);
        var documents = new Dictionary<string, Requirement>(StringComparer.Ordinal);
        var questions = known.Select(k => k.Bundled.Question?.Name).OfType<string>().ToList();
        if (questions.Distinct().Count() != questions.Count) yield return new("$.services", "a name of its own for each question");
        foreach (var (i, bundled, service) in known)
        {
            foreach (var field in CommonForm.Asked(bundled, service))
            {
                var name = bundled.CommonField(field.Name);
                if (questions.Contains(name)) yield return new($"$.services[{i}].fields", $"another name than a question's ('{name}')");
                if (!fields.TryAdd(name, field) && !CommonForm.IsSame(fields[name], field)) yield return new($"$.services[{i}].fields", $"'{name}' with one type and source, or under another name");
            }

            foreach (var requirement in CommonForm.Needed(bundled, service))
            {
                var code = bundled.CommonDocument(requirement.Code);
                if (!documents.TryAdd(code, requirement) && documents[code].OnceOnlySource != requirement.OnceOnlySource) yield return new($"$.services[{i}].documents", $"'{code}' with one source, or under another code");
            }
        }
    }
}
