using MppDigital.National.Catalog;

namespace MppDigital.National.LifeEvents;

/// <summary>Makes one form of several: what two services ask is asked once.</summary>
internal static class CommonForm
{
    /// <summary>Step of the form with the questions that leave services out or in; a page of its own.</summary>
    public const string Choices = "choices";

    /// <summary>Fields of one service that the common form must answer.</summary>
    public static IEnumerable<FormField> Asked(BundledService bundled, ServiceDefinition service) =>
        service.FormFields.Where(f => !bundled.Given.ContainsKey(f.Name) && !bundled.Later.ContainsKey(f.Name));

    /// <summary>Requirements of one service that the applicant or a register must meet now.</summary>
    public static IEnumerable<Requirement> Needed(BundledService bundled, ServiceDefinition service) =>
        service.Requirements.Where(r => !bundled.Proven.ContainsKey(r.Code) && !bundled.Omitted.Contains(r.Code));

    public static bool IsSame(FormField one, FormField other) =>
        one.Type == other.Type && one.Source == other.Source && (one.Options ?? []).Select(o => o.Value).SequenceEqual((other.Options ?? []).Select(o => o.Value));

    public static IReadOnlyList<FormField> Fields(IReadOnlyList<LifeEventPart> parts, IEnumerable<BundleQuestion> questions)
    {
        var fields = questions.Select(Question).ToList();
        foreach (var (bundled, version) in parts)
        {
            foreach (var field in Asked(bundled, version.Definition).Select(f => f with { Name = bundled.CommonField(f.Name) }))
            {
                var at = fields.FindIndex(f => f.Name == field.Name);
                if (at < 0) fields.Add(field);
                else fields[at] = fields[at] with { Required = fields[at].Required || field.Required };
            }
        }

        return fields;
    }

    public static IReadOnlyList<Requirement> Requirements(IReadOnlyList<LifeEventPart> parts)
    {
        var all = new List<Requirement>();
        foreach (var (bundled, version) in parts)
        {
            foreach (var one in Needed(bundled, version.Definition).Select(r => r with { Code = bundled.CommonDocument(r.Code) }))
            {
                var at = all.FindIndex(r => r.Code == one.Code);
                if (at < 0) all.Add(one);
                else all[at] = all[at] with { Mandatory = all[at].Mandatory || one.Mandatory, MustBeVerified = all[at].MustBeVerified || one.MustBeVerified, UploadNeeded = all[at].UploadNeeded || one.UploadNeeded };
            }
        }

        return all;
    }

    private static FormField Question(BundleQuestion question) => new()
    {
        Name = question.Name,
        Label = question.LabelId,
        LabelEn = question.LabelEn,
        HelpId = question.HelpId,
        HelpEn = question.HelpEn,
        Type = "boolean",
        Required = true,
        Validation = new FieldValidation(),
        Source = null,
        Prefilled = false,
        Editable = true,
        Group = Choices,
    };
}
