namespace MppDigital.National.Registry;

/// <summary>Which domains of their own regencies may bring: names of the DNS (RFC 1035), in lower case, international ones as their ASCII form.</summary>
public static class DomainNames
{
    public const int MaxLength = 253;

    public static bool IsDomain(string text) =>
        text.Length <= MaxLength && text.Split('.') is { Length: >= 2 } labels && labels.All(HostLabels.IsLabel) && !labels[^1].All(char.IsAsciiDigit);
}
