using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>Reads what a person typed: trimmed, composed (NFC), without characters that change how the rest is shown.</summary>
internal static class TypedText
{
    /// <returns>Null when it was refused or is empty; the fault is then noted.</returns>
    public static string? Read(JsonElement value, FieldReading at, int longest)
    {
        var label = at.Field.InSentence();
        if (value.ValueKind != JsonValueKind.String)
        {
            at.Refuse($"Tulis {label.Id} sebagai teks.", $"Write {label.En} as text.");
            return null;
        }

        if (Clean(value) is not { } text)
        {
            at.Refuse($"Tulis {label.Id} dengan huruf, angka, dan tanda baca biasa, dalam satu baris.", $"Write {label.En} with ordinary letters, digits and punctuation, on one line.");
            return null;
        }

        if (text.Length == 0)
        {
            at.Refuse($"Tulis {label.Id}.", $"Write {label.En}.");
            return null;
        }

        var length = text.EnumerateRunes().Count();
        if (length <= longest) return text;
        at.Refuse($"Tulis {label.Id} paling banyak {longest} huruf. Sekarang {length}.", $"Write {label.En} in {longest} characters at most. It has {length} now.");
        return null;
    }

    public static bool IsBlank(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => Clean(value) is { Length: 0 },
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    private static string? Clean(JsonElement value)
    {
        // First, because code points that are no characters make Normalize throw.
        var text = (value.GetString() ?? "").Trim();
        return text.EnumerateRunes().Any(IsHostile) ? null : text.Normalize(NormalizationForm.FormC);
    }

    // Format characters (Cf) hold the marks that turn text around; the zero-width joiners among them are needed in no Indonesian or regional script.
    private static bool IsHostile(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;
}
