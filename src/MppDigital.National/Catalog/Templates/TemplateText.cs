using System.Text.RegularExpressions;

namespace MppDigital.National.Catalog.Templates;

/// <summary>
/// A text of a template. Grammar: plain text without braces, and placeholders <c>{{name}}</c> or <c>{{name.name}}</c> of letters, digits and
/// <c>_</c>. There is no escape, no condition and no nesting.
/// </summary>
public static partial class TemplateText
{
    public const string Answer = "answer";
    public const string Item = "item";
    public const string ValidUntil = "valid_until";

    /// <summary>What every document knows of itself, besides <c>answer.…</c> and <c>item.…</c>.</summary>
    public static readonly IReadOnlySet<string> Facts = new SortedSet<string>(StringComparer.Ordinal)
    {
        "holder.name", "holder.nik", "number", "issued_on", ValidUntil, "regency", "agency", "agency.code", "application.number",
    };

    /// <returns>The names between braces, in order; null where braces do not pair or hold no name.</returns>
    public static IReadOnlyList<string>? Placeholders(string text) =>
        Placeholder().Replace(text, "").AsSpan().ContainsAny('{', '}') ? null : [.. Placeholder().Matches(text).Select(m => m.Groups[1].Value)];

    /// <summary>Fills a text that <see cref="Placeholders"/> can read; null as soon as one value is.</summary>
    public static string? Fill(string text, Func<string, string?> value)
    {
        var absent = false;
        var filled = Placeholder().Replace(text, match =>
        {
            var said = value(match.Groups[1].Value);
            absent |= said is null;
            return said ?? "";
        });
        return absent ? null : filled;
    }

    [GeneratedRegex(@"\{\{([A-Za-z0-9_]{1,40}(?:\.[A-Za-z0-9_]{1,40})?)\}\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
