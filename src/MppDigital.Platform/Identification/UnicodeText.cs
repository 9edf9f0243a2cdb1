using System.Globalization;
using System.Text;

namespace MppDigital.Platform.Identification;

/// <summary>Normalises text that came from outside, where the framework throws on code points that are no characters (U+FFFE, half a surrogate pair).</summary>
public static class UnicodeText
{
    public static string Normalized(string text, NormalizationForm form)
    {
        var readable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) readable.Append(IsNoncharacter(rune) ? Rune.ReplacementChar.ToString() : rune.ToString());
        return readable.ToString().Normalize(form);
    }

    /// <summary>Letters, digits, signs and blanks on one line: nothing that hides, turns text around or is no character.</summary>
    public static bool IsPlain(string text) => !text.EnumerateRunes().Any(r => Rune.GetUnicodeCategory(r) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);

    // The last two of each plane, and 32 in the middle of the first (Unicode 23.7).
    private static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
