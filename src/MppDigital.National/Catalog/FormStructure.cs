using MppDigital.National.Catalog.Definitions;

namespace MppDigital.National.Catalog;

/// <summary>What holds between the questions of a form: their names and order, groups, sections, conditions and what they refuse together.</summary>
internal static class FormStructure
{
    private const int MostFields = 200;
    private const int MostMembers = 20;
    private const int MostItems = 100;
    private const int MostRules = 50;
    private const int LongestMessage = 200;

    // Addresses of pages that every form has.
    private static readonly HashSet<string> Taken = ["data-diri", "kontak", "periksa"];

    public static IEnumerable<DefinitionFault> Check(ServiceDefinition service) =>
        [.. Fields(service), .. Sections(service), .. SectionsOfFields(service), .. Rules(service), .. Requirements(service)];

    private static IEnumerable<DefinitionFault> Fields(ServiceDefinition service)
    {
        if (service.FormFields.Sum(f => 1 + (f.Fields?.Count ?? 0)) > MostFields) yield return new("$.form_fields", $"at most {MostFields} fields, those of groups included");
        foreach (var fault in Names(service.FormFields, "$.form_fields")) yield return fault;
        foreach (var (i, field) in service.FormFields.Index())
        {
            var (at, before) = ($"$.form_fields[{i}]", new FieldsBefore(service.FormFields.Take(i), null));
            if (!DefinitionRules.IsName(field.Name)) yield return new($"{at}.name", "a name of small letters, digits and _");
            foreach (var fault in FieldRules.Check(field, at).Concat(ConditionRules.OfField(field, before, at)).Concat(ComputationRules.Check(field, before, at)).Concat(Group(field, before, at))) yield return fault;
        }
    }

    private static IEnumerable<DefinitionFault> Group(FormField group, FieldsBefore before, string at)
    {
        if (!group.IsGroup)
        {
            if (group.Fields is not null) yield return new($"{at}.fields", $"no fields, since the type is not {FieldTypes.Group}");
            if (group.UniqueBy is not null) yield return new($"{at}.unique_by", $"null, since the type is not {FieldTypes.Group}");
            yield break;
        }

        var members = group.Fields ?? [];
        if (members.Count is 0 or > MostMembers) yield return new($"{at}.fields", $"1 to {MostMembers} fields");
        if (group.Validation.MaxItems is not (>= 1 and <= MostItems)) yield return new($"{at}.validation.maxItems", $"how many items at most, 1 to {MostItems}");
        if (group.UniqueBy is { } key && members.FirstOrDefault(m => m.Name == key) is not { Type: "string" or "integer" or "enum" or "date" or "phone" or "email" or "license-ref" })
            yield return new($"{at}.unique_by", "the name of a plain field of this group");
        foreach (var fault in Names(members, $"{at}.fields")) yield return fault;
        foreach (var (i, member) in members.Index())
        {
            var (below, known) = ($"{at}.fields[{i}]", new FieldsBefore(members.Take(i), new FieldsBefore(before, members)));
            if (!IsMemberName(member.Name)) yield return new($"{below}.name", "a name of letters, digits and _ that begins with a small letter");
            if (FieldTypes.All.Contains(member.Type) && !FieldTypes.IsMember(member.Type)) yield return new($"{below}.type", "a plain type: no list, group, schedule, appointment or outline in a group");
            if (member.Prefilled || member.Source is not null) yield return new($"{below}.source", "null: a source fills the whole group");
            if (member.Section is not null) yield return new($"{below}.section", "null: the group stands in one section");
            foreach (var fault in FieldRules.Check(member, below).Concat(ConditionRules.OfField(member, known, below)).Concat(ComputationRules.Check(member, known, below))) yield return fault;
        }
    }

    private static IEnumerable<DefinitionFault> Sections(ServiceDefinition service)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, section) in service.FormSections.Index())
        {
            var at = $"$.form_sections[{i}]";
            if (!IsKey(section.Key) || Taken.Contains(section.Key) || section.Key.StartsWith("berkas-", StringComparison.Ordinal)) yield return new($"{at}.key", "a key of small letters, digits and - that no page of every form has");
            else if (!seen.Add(section.Key)) yield return new($"{at}.key", $"a key of its own ('{section.Key}' is used twice)");
            if (section.TitleId.Length is 0 or > 80) yield return new($"{at}.title_id", "a title of 1 to 80 characters");
            if (section.TitleEn.Length is 0 or > 80) yield return new($"{at}.title_en", "a title of 1 to 80 characters");
            if ((section.HelpId is null) != (section.HelpEn is null)) yield return new($"{at}.help_en", "help_id and help_en, or neither");
            if (service.FormFields.All(f => f.Section != section.Key)) yield return new($"{at}.key", "a section that some field names");
        }
    }

    private static IEnumerable<DefinitionFault> SectionsOfFields(ServiceDefinition service)
    {
        var order = service.FormSections.Select(s => s.Key).ToList();
        var reached = 0;
        foreach (var (i, field) in service.FormFields.Index())
        {
            var at = $"$.form_fields[{i}].section";
            if (field.Section is null)
            {
                if (order.Count > 0 && field.Group == "details") yield return new(at, "a section, since the form names them");
            }
            else if (field.Group != "details")
            {
                yield return new(at, $"null: fields of {field.Group} have a page of their own");
            }
            else if (order.IndexOf(field.Section) is var place && (place < 0 || place < reached))
            {
                yield return new(at, place < 0 ? Expectation.Of($"one of {string.Join(", ", order)}") : "fields in the order of their sections");
            }
            else
            {
                reached = place;
            }
        }
    }

    private static IEnumerable<DefinitionFault> Rules(ServiceDefinition service)
    {
        if (service.FormRules.Count > MostRules) yield return new("$.form_rules", $"at most {MostRules} rules");
        var all = new FieldsBefore(service.FormFields, null);
        foreach (var (i, rule) in service.FormRules.Index())
        {
            var at = $"$.form_rules[{i}]";
            if (service.FormFields.All(f => f.Name != rule.Field)) yield return new($"{at}.field", "the name of a field of this form");
            if (rule.MessageId.Length is 0 or > LongestMessage) yield return new($"{at}.message_id", $"a sentence of 1 to {LongestMessage} characters");
            if (rule.MessageEn.Length is 0 or > LongestMessage) yield return new($"{at}.message_en", $"a sentence of 1 to {LongestMessage} characters");
            foreach (var fault in ConditionRules.Check(rule.RefuseWhen, all, $"{at}.refuse_when")) yield return fault;
        }
    }

    private static IEnumerable<DefinitionFault> Requirements(ServiceDefinition service)
    {
        var all = new FieldsBefore(service.FormFields, null);
        foreach (var (i, requirement) in service.Requirements.Index())
        {
            var at = $"$.requirements[{i}]";
            if (requirement is { Mandatory: true, RequiredWhen: not null }) yield return new($"{at}.required_when", "null, since it is always mandatory");
            if (requirement.ShowWhen is { } show)
                foreach (var fault in ConditionRules.Check(show, all, $"{at}.show_when")) yield return fault;
            if (requirement.RequiredWhen is { } required)
                foreach (var fault in ConditionRules.Check(required, all, $"{at}.required_when")) yield return fault;
        }
    }

    private static IEnumerable<DefinitionFault> Names(IReadOnlyList<FormField> fields, string at) =>
        fields.Index().GroupBy(f => f.Item.Name).SelectMany(same => same.Skip(1))
            .Select(again => new DefinitionFault($"{at}[{again.Index}].name", $"a name of its own ('{again.Item.Name}' is used twice)"));

    private static bool IsMemberName(string text) =>
        text.Length is > 0 and <= 40 && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static bool IsKey(string text) =>
        text.Length is > 0 and <= 40 && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

/// <summary>The questions that are answered when a condition or computation is reached: those before it in its item, then those before its group.</summary>
internal sealed class FieldsBefore(IEnumerable<FormField> fields, FieldsBefore? outer)
{
    private readonly List<FormField> known = [.. fields];
    private readonly HashSet<string> covered = [];

    /// <summary>What stands before a group, as its items see it: a name that the item uses itself means the item's field, asked already or not.</summary>
    public FieldsBefore(FieldsBefore outer, IEnumerable<FormField> members)
        : this([], outer) => covered = [.. members.Select(m => m.Name)];

    public FormField? Find(string name) => covered.Contains(name) ? null : known.Find(f => f.Name == name) ?? outer?.Find(name);
}
