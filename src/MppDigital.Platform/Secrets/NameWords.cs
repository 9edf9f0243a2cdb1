using System.Globalization;
using System.Text;
using MppDigital.Platform.Identification;

namespace MppDigital.Platform.Secrets;

/// <summary>Cuts a name into the words that a search may ask for: capitals, accents and punctuation make no difference.</summary>
public static class NameWords
{
    /// <summary>The same words in the same order, however they are written.</summary>
    public static bool AreSame(string one, string other) => Of(one).SequenceEqual(Of(other));

    public static IEnumerable<string> Of(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var character in UnicodeText.Normalized(name, NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(character)) plain.Append(char.ToUpperInvariant(character));
            else if (character is not ('\'' or '’' or '`') && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark) plain.Append(' ');
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal);
    }
}
