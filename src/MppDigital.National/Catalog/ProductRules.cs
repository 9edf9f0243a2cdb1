using MppDigital.National.Catalog.Definitions;

namespace MppDigital.National.Catalog;

/// <summary>What a product must be: its life, its reminders, and the register that makes it.</summary>
internal static class ProductRules
{
    public static IEnumerable<DefinitionFault> Check(ServiceDefinition service)
    {
        var product = service.Product;
        if (product.RemindDaysBefore.Any(d => d is < 1 or > 365)) yield return new("$.product.remind_days_before", "1 to 365 days");
        if (product.ValidityYears is <= 0 or > 100) yield return new("$.product.validity_years", "1 to 100, or null for no end");
        if (product.IssuedBy is not { } by) yield break;

        const string at = "$.product.issued_by";
        if (service.Workflow.Count == 0 || !service.DecidedHere) yield return new(at, "null: this service is not decided here, so no product is ordered from here");
        // A document by law states the article and bears our seal; no register prints that.
        if (service.ProcessingTime.DeemedApproval is { Applies: true }) yield return new(at, "null: what the law grants by silence is stated on a document of the regency's own");
        if (!ProductRegisters.All.TryGetValue(by.Register, out var kinds)) yield return new($"{at}.register", $"one of {string.Join(", ", ProductRegisters.All.Keys)}");
        else if (!kinds.TryGetValue(by.Kind, out var facts)) yield return new($"{at}.kind", $"one of {string.Join(", ", kinds.Keys)}");
        else
        {
            foreach (var (i, told) in by.Tells.Index().Where(t => !facts.Contains(t.Item.Fact))) yield return new($"{at}.tells[{i}].fact", facts.Count == 0 ? Expectation.Of($"nothing: {by.Kind} tells none") : Expectation.Of($"one of {string.Join(", ", facts)}"));
        }

        foreach (var (i, told) in by.Tells.Index().Where(t => by.Tells.Take(t.Index).Any(b => b.Field == t.Item.Field))) yield return new($"{at}.tells[{i}].field", $"each field once ('{told.Field}' is there twice)");
        foreach (var (i, name) in by.Answers.Index())
        {
            if (by.Answers.Take(i).Contains(name)) yield return new($"{at}.answers[{i}]", $"each answer once ('{name}' is there twice)");
            else if (service.FormFields.FirstOrDefault(f => f.Name == name) is not { } field) yield return new($"{at}.answers[{i}]", $"a field of this form ('{name}' is none)");
            // How to reach somebody is no part of any product.
            else if (field.Type is "phone" or "email") yield return new($"{at}.answers[{i}]", "no telephone number and no e-mail address: the register has no need of them");
        }
    }
}
