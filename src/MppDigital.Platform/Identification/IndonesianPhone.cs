using System.Diagnostics.CodeAnalysis;

namespace MppDigital.Platform.Identification;

/// <summary>Telephone numbers as people write them, stored as E.164 (<c>+6281234567890</c>).</summary>
public static class IndonesianPhone
{
    /// <summary>Blanks, points, hyphens and brackets are dropped; 0, 62, +62 and +620 in front mean the same.</summary>
    public static bool TryNormalize(string? text, [NotNullWhen(true)] out string? e164)
    {
        e164 = null;
        var typed = string.Concat((text ?? "").Where(c => c is not (' ' or '.' or '-' or '(' or ')')));
        var national = typed.StartsWith('+') ? After(typed, "+62") : After(typed, "62") ?? typed;
        if (national is null || national.Length == 0 || !national.All(char.IsAsciiDigit)) return false;
        if (national[0] == '0') national = national[1..];
        if (!IsMobile(national) && !IsLandline(national)) return false;
        e164 = "+62" + national;
        return true;
    }

    /// <summary>Only these can get a text message.</summary>
    public static bool TakesMessages(string e164) => e164.StartsWith("+628", StringComparison.Ordinal);

    private static bool IsMobile(string national) => national is { Length: >= 9 and <= 12 } && national[0] == '8';

    private static bool IsLandline(string national) => national is { Length: >= 7 and <= 11 } && national[0] is >= '2' and <= '9' and not '8';

    private static string? After(string text, string start) => text.StartsWith(start, StringComparison.Ordinal) ? text[start.Length..] : null;
}
