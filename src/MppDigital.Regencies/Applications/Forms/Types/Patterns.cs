using System.Text.RegularExpressions;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>The patterns of the catalog in words.</summary>
internal static partial class Patterns
{
    /// <summary>People write numbers in groups and plates in small letters; both are meant well.</summary>
    public static string Fit(string text, string pattern)
    {
        if (pattern.StartsWith("^[0-9]{", StringComparison.Ordinal)) text = Separators().Replace(text, "");
        return pattern.Contains("A-Z", StringComparison.Ordinal) && !pattern.Contains("a-z", StringComparison.Ordinal) ? text.ToUpperInvariant() : text;
    }

    public static void Refuse(string pattern, FieldReading at)
    {
        var label = at.Field.InSentence();
        var (id, en, example) = pattern switch
        {
            "^[0-9]{16}$" => ("16 angka", "16 digits", "1375010101909901"),
            "^[0-9]{18}$" => ("18 angka, seperti di SPPT", "the 18 digits on the tax notice", "137501000100100010"),
            "^[0-9]{13}$" => ("13 angka, seperti di OSS", "the 13 digits given by OSS", "1234567890123"),
            "^[0-9]{12,16}$" => ("12 sampai 16 angka", "12 to 16 digits", "1375900112345"),
            "^[A-Z][0-9]{7}$" => ("satu huruf dan tujuh angka", "one letter and seven digits", "C1234567"),
            "^[A-Z0-9]{5}$" => ("5 huruf atau angka terakhir, seperti di STNK", "the last 5 letters or digits on the registration card", "K1234"),
            "^[A-Z]{1,2} ?[0-9]{1,4} ?[A-Z]{0,3}$" => ("huruf, angka, huruf, seperti di pelat", "letters, digits, letters as on the plate", "BA 1234 LK"),
            _ => ("seperti pada petunjuk isian ini", "as the hint of this field says", at.Field.HelpId ?? pattern),
        };
        at.Refuse($"Tulis {label.Id}: {id}, misalnya {example}.", $"Write {label.En}: {en}, for example {example}.");
    }

    [GeneratedRegex("[ .-]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
