namespace MppDigital.Web.Tests.Http;

/// <summary>A form of a page, filled in as its reader should, and what its page must say when an answer is missing.</summary>
/// <param name="Source">Where it stands in the source: file and name of the form, as in the markup.</param>
/// <param name="Handler">The name by which the form is sent.</param>
internal sealed record PageCase(string Source, MppClient Who, string Host, string Path, string Handler)
{
    public (string Name, string Value)[] Fields { get; init; } = [];

    /// <summary>By field: what stands on the page when that field is missing, usually the link to it.</summary>
    public IReadOnlyDictionary<string, string> Named { get; init; } = new Dictionary<string, string>();

    /// <summary>Fields where any printable text is an answer.</summary>
    public string[] FreeText { get; init; } = [];

    /// <summary>Page and form that lend their hidden fields, where the own form appears only later.</summary>
    public (string Path, string Form)? TokenOf { get; init; }

    public bool Multipart { get; init; }
}

/// <summary>One fault at a time in the fields of a form.</summary>
internal static class BadForms
{
    private static readonly (string Fault, string Value)[] Unreadable =
        [("empty", ""), ("too long", new string('a', 20_000)), ("a control character", "a\0b"), ("an escape character", "a\u001b[31mb"), ("a code point that is no character", "a\ufffeb"), ("a direction that turns", "a\u202eb")];

    private static readonly (string Fault, string Value)[] Hostile =
        [("of a wrong type", "teks"), ("markup", "\"><script>alert(1)</script>"), ("SQL", "' OR 1=1--"), ("a path", "../../etc/passwd"), ("a template", "${7*7}{{7*7}}"), ("Arabic digits", "١٢٣٤")];

    public static IEnumerable<(string Field, string Fault, IReadOnlyList<KeyValuePair<string, string>> Fields)> Of(PageCase page, IReadOnlyList<KeyValuePair<string, string>> hidden)
    {
        List<KeyValuePair<string, string>> all = [.. hidden.Where(h => page.Fields.All(f => f.Name != h.Key)), .. page.Fields.Select(f => KeyValuePair.Create(f.Name, f.Value))];
        foreach (var name in all.Select(f => f.Key).Distinct().Where(n => n is not (PageForm.Token or PageForm.Handler)).ToList())
        {
            List<KeyValuePair<string, string>> rest = [.. all.Where(f => f.Key != name)];
            var value = all.First(f => f.Key == name).Value;
            yield return (name, "missing", rest);
            yield return (name, "given twice", [.. rest, new(name, value + "1"), new(name, value)]);
            yield return (name, "a list", [.. rest, new($"{name}[0]", value), new($"{name}[1]", value)]);
            foreach (var (fault, bad) in page.FreeText.Contains(name) ? Unreadable : [.. Unreadable, .. Hostile]) yield return (name, fault, [.. rest, new(name, bad)]);
        }

        yield return ("", "too many fields", [.. hidden, .. Enumerable.Range(0, 3000).Select(i => KeyValuePair.Create($"isian{i}", "a"))]);
        yield return ("", "a name too long", [.. hidden, new(new string('n', 5000), "a")]);
    }
}
