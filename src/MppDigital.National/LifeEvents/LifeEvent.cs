using System.Text.Json;
using MppDigital.National.Catalog;

namespace MppDigital.National.LifeEvents;

/// <summary>A life event with the services as they are in force.</summary>
public sealed record LifeEvent(LifeEventDefinition Definition, IReadOnlyList<LifeEventPart> Parts)
{
    public string Code => Definition.Code;

    /// <summary>Stands for the event where otherwise a service code stands: in drafts and in kept facts.</summary>
    public string FormCode => FormCodeOf(Code);

    public static string FormCodeOf(string code) => $"event:{code}";

    /// <summary>Those that the answers leave in. What was not answered yet is in: the form then shows what would be asked.</summary>
    public IReadOnlyList<LifeEventPart> Chosen(JsonElement answers) => [.. Parts.Where(p => !IsLeftOut(p.Bundled, answers))];

    /// <summary>One form for the given parts, in the shape of a service, so that whatever shows, checks and keeps a form works for it.</summary>
    public ServiceDefinition FormOf(IReadOnlyList<LifeEventPart> parts) => parts[0].Service with
    {
        Code = FormCode,
        NameId = Definition.NameId,
        NameEn = Definition.NameEn,
        ShortName = Definition.ShortId,
        DescriptionId = Definition.DescriptionId,
        DescriptionEn = Definition.DescriptionEn,
        LegalBasis = Definition.LegalBasis,
        FormFields = CommonForm.Fields(parts, Parts.Select(p => p.Bundled.Question).OfType<BundleQuestion>()),
        FormSections = [.. parts.SelectMany(p => p.Service.FormSections).DistinctBy(s => s.Key)],
        // Each service judges its own answers by its own rules, under its own names.
        FormRules = [],
        Requirements = CommonForm.Requirements(parts),
    };

    private static bool IsLeftOut(BundledService bundled, JsonElement answers) =>
        bundled.Question is { } question && answers.ValueKind == JsonValueKind.Object && answers.TryGetProperty(question.Name, out var answer) && answer.ValueKind == JsonValueKind.False;
}

public sealed record LifeEventPart(BundledService Bundled, PublishedService Version)
{
    public ServiceDefinition Service => Version.Definition;

    /// <summary>Fields that are answered at filing; the others come with another service's product.</summary>
    public IReadOnlySet<string> AnsweredNow => Service.FormFields.Select(f => f.Name).Where(n => !Bundled.Later.ContainsKey(n)).ToHashSet(StringComparer.Ordinal);
}
