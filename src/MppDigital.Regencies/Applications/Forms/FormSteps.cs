using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>Cuts a form into pages for people: what is held and fixed is never asked, small groups stay together, each file has its own page.</summary>
public static class FormSteps
{
    private const int Room = 5;

    /// <summary>Pages in order, the review page not included.</summary>
    /// <param name="toUpload">Codes of requirements that only the applicant can bring.</param>
    /// <param name="hidden">Pointers of questions that the answers so far leave no room for.</param>
    public static IReadOnlyList<FormStep> Of(ServiceDefinition definition, HeldFacts held, IReadOnlyCollection<string> toUpload, IReadOnlySet<string> hidden)
    {
        // Pages are cut before hidden questions are left out, so that an answer never moves its own question to another address.
        var asked = definition.FormFields.Where(f => !held.IsFixed(f) && f.Compute is null).ToList();
        var details = asked.Where(f => f.Group is not ("identity" or "contact")).ToList();
        IEnumerable<FormStep> pages =
        [
            new("data-diri", new Wording("Data diri Anda", "About you"), [.. asked.Where(f => f.Group == "identity")], null, false),
            .. Details(definition, details),
            new("kontak", new Wording("Ke mana kami memberi kabar", "Where we send news"), [.. asked.Where(f => f.Group == "contact")], null, false),
        ];
        return
        [
            .. pages.Select(page => page with { Fields = [.. page.Fields.Where(f => !hidden.Contains(FormPointer.Of(f.Name)))] })
                .Where(page => page.Fields.Count > 0)
                .Select(page => page with { Known = page.Fields.All(f => held.ValueFor(f) is not null), Title = page.Title.Id is null ? TitleOf(page.Fields) : page.Title }),
            .. definition.Requirements.Where(r => toUpload.Contains(r.Code)).Select(r => new FormStep($"berkas-{r.Code.Replace('_', '-')}", new Wording(r.NameId, r.NameEn), [], r, false)),
        ];
    }

    private static IEnumerable<FormStep> Details(ServiceDefinition definition, List<FormField> details)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in Cut(details, (part, field) => field.Section != part[^1].Section))
        {
            if (definition.FormSections.FirstOrDefault(s => s.Key == part[0].Section) is not { } section)
            {
                foreach (var page in Pages(part)) yield return Page(page);
                continue;
            }

            // A section is one page, unless an answer on it decides what else it asks: then the rest waits for the next page.
            foreach (var fields in Cut(part, Decides))
            {
                var count = used[section.Key] = used.GetValueOrDefault(section.Key) + 1;
                yield return new FormStep(count == 1 ? section.Key : $"{section.Key}-{count}", new Wording(section.TitleId, section.TitleEn), fields, null, false) { Help = section is { HelpId: { } id, HelpEn: { } en } ? new Wording(id, en) : null };
            }
        }
    }

    private static IEnumerable<List<FormField>> Pages(IEnumerable<FormField> fields) =>
        // A place of practice opens a page, so that its name and its address stand together; so does another group.
        Cut(fields, (page, field) => page.Sum(Weight) + Weight(field) > Room || field.Type == "facility" || field.Group != page[^1].Group || Decides(page, field));

    private static bool Decides(List<FormField> page, FormField field) =>
        new[] { field.ShowWhen, field.RequiredWhen }.OfType<FormCondition>().SelectMany(c => c.Fields()).Any(name => page.Any(f => f.Name == name));

    private static IEnumerable<List<FormField>> Cut(IEnumerable<FormField> fields, Func<List<FormField>, FormField, bool> before)
    {
        var page = new List<FormField>();
        foreach (var field in fields)
        {
            if (page.Count > 0 && before(page, field))
            {
                yield return page;
                page = [];
            }

            page.Add(field);
        }

        if (page.Count > 0) yield return page;
    }

    /// <summary>Its title is found when it is known which of its questions are asked.</summary>
    private static FormStep Page(List<FormField> fields) => new(fields[0].Name.Replace('_', '-'), default, fields, null, false);

    private static Wording TitleOf(IReadOnlyList<FormField> fields)
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
        "address" or "schedule" or "geojson" or FieldTypes.Group => 4,
        "geopoint" or "slot" => 3,
        "array<nik>" or "array<string>" or "array<kbli>" or "array<district-code>" => 3,
        "enum" or "array<enum>" when field.Options?.Count > 5 => 3,
        _ => 1,
    };
}
