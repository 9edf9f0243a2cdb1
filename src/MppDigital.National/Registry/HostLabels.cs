namespace MppDigital.National.Registry;

/// <summary>Which labels below the root domain a regency may have.</summary>
public static class HostLabels
{
    public const int MaxLength = 63;

    public static readonly IReadOnlySet<string> Reserved = new HashSet<string>(StringComparer.Ordinal) { "www", "api", "admin", "pusat", "login", "docs", "status" };

    public static bool IsLabel(string text) =>
        text.Length is > 0 and <= MaxLength && text[0] != '-' && text[^1] != '-' && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
