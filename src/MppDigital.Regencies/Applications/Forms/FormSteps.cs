using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>Cuts a form into pages for people: what is held and fixed is never asked, small groups stay together, each file has its own page.</summary>
public static class FormSteps
{
    private const int Room = 5;

    /// <summary>Pages in order, the review page not included.</summary>
    /// <param name="toUpload">Codes of requirements that only the applicant can bring.</param>
    public static IReadOnlyList<FormStep> Of(ServiceDefinition definition, HeldFacts held, IReadOnlyCollection<string> toUpload)
    {
        var asked = definition.FormFields.Where(f => !held.IsFixed(f)).ToList();
        return
        [
            .. Together("data-diri", new Wording("Data diri Anda", "About you"), asked.Where(f => f.Group == "identity"), held),
            .. Pages(asked.Where(f => f.Group is not ("identity" or "contact"))).Select(page => Page(page, held)),
            .. Together("kontak", new Wording("Ke mana kami memberi kabar", "Where we send news"), asked.Where(f => f.Group == "contact"), held),
            .. definition.Requirements.Where(r => toUpload.Contains(r.Code)).Select(r => new FormStep($"berkas-{r.Code.Replace('_', '-')}", new Wording(r.NameId, r.NameEn), [], r, false)),
        ];
    }

    private static IEnumerable<FormStep> Together(string key, Wording title, IEnumerable<FormField> fields, HeldFacts held)
    {
        var all = fields.ToList();
        if (all.Count > 0) yield return new FormStep(key, title, all, null, IsKnown(all, held));
    }

    private static IEnumerable<List<FormField>> Pages(IEnumerable<FormField> fields)
    {
        var page = new List<FormField>();
        foreach (var field in fields)
        {
            // A place of practice opens a page, so that its name and its address stand together; so does another group.
            if (page.Count > 0 && (page.Sum(Weight) + Weight(field) > Room || field.Type == "facility" || field.Group != page[^1].Group))
            {
                yield return page;
                page = [];
            }

            page.Add(field);
        }

        if (page.Count > 0) yield return page;
    }

    private static FormStep Page(List<FormField> fields, HeldFacts held) =>
        new(fields[0].Name.Replace('_', '-'), TitleOf(fields), fields, null, IsKnown(fields, held));

    private static bool IsKnown(List<FormField> fields, HeldFacts held) => fields.All(f => held.ValueFor(f) is not null);

    private static Wording TitleOf(List<FormField> fields)
    {
        var (first, rest) = (fields[0], fields.Skip(1).Select(f => f.InSentence()).ToList());
        return rest.Count switch
        {
            0 => new Wording(first.Label, first.LabelEn),
            1 => new Wording($"{first.Label} dan {rest[0].Id}", $"{first.LabelEn} and {rest[0].En}"),
            2 => new Wording($"{first.Label}, {rest[0].Id}, dan {rest[1].Id}", $"{first.LabelEn}, {rest[0].En} and {rest[1].En}"),
            _ => new Wording("Rincian permohonan", "Details of the application"),
        };
    }

    /// <summary>How much of a small screen a field takes.</summary>
    private static int Weight(FormField field) => field.Type switch
    {
        "address" or "schedule" or "geojson" or "array<person>" => 4,
        "geopoint" or "slot" => 3,
        "array<nik>" or "array<string>" or "array<kbli>" or "array<district-code>" => 3,
        "enum" or "array<enum>" when field.Options?.Count > 5 => 3,
        _ => 1,
    };
}
