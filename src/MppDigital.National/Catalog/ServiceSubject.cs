namespace MppDigital.National.Catalog;

/// <summary>What an application is about, said with fields of its own form.</summary>
public sealed record ServiceSubject
{
    /// <summary>Fields that tell two applications of one person apart: the facility of a practice licence, the parcel of a tax. Empty: a second open one is always a duplicate.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The address whose district decides which officers the file is shown to first; null where the whole regency is one area.</summary>
    public string? Area { get; init; }
}

internal static class SubjectRules
{
    // What the applicant chooses or writes, and which is the same when it is given again.
    private static readonly HashSet<string> Fitting = ["string", "facility", "date", "address", "enum", "integer", "geopoint", "array<district-code>", "license-ref"];

    public static IEnumerable<DefinitionFault> Check(ServiceDefinition service)
    {
        if (service.Subject is not { } subject) yield break;
        foreach (var (i, name) in subject.Fields.Index())
        {
            var at = $"$.subject.fields[{i}]";
            if (subject.Fields.Take(i).Contains(name)) yield return new(at, $"each field once ('{name}' is there twice)");
            else if (service.FormFields.FirstOrDefault(f => f.Name == name) is not { } field) yield return new(at, $"a field of this form ('{name}' is none)");
            else if (FieldTypes.All.Contains(field.Type) && !Fitting.Contains(field.Type)) yield return new(at, $"a field of type {string.Join(", ", Fitting)}, not {field.Type}");
        }

        if (subject.Area is { } area && service.FormFields.All(f => f.Name != area || f.Type != "address")) yield return new("$.subject.area", $"a field of type address ('{area}' is none)");
    }
}
