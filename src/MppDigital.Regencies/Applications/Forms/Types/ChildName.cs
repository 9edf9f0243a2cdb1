namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>Names in the civil register: Permendagri 73/2022 art. 4 and 5.</summary>
internal static class ChildName
{
    private const string Example = "Aisyah Rahmadani";

    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase) { "dr", "drs", "dra", "ir", "prof", "kh", "hj", "ustaz", "ustadz" };

    public static void Check(string name, FieldReading at)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var label = at.Field.InSentence();
        if (!words.All(w => w.All(char.IsLetter)))
            at.Refuse($"Tulis {label.Id} dengan huruf saja, tanpa angka dan tanda baca, misalnya “{Example}”.", $"Write {label.En} in letters only, without digits and punctuation, for example “{Example}”.");
        else if (Titles.Contains(words[0]))
            at.Refuse($"Tulis {label.Id} tanpa gelar, misalnya “{Example}”.", $"Write {label.En} without a title, for example “{Example}”.");
        else if (words.Any(w => w.Length == 1))
            at.Refuse($"Tulis {label.Id} tanpa singkatan, misalnya “{Example}”.", $"Write {label.En} without abbreviations, for example “{Example}”.");
    }

    public static void RefuseTooFewWords(int fewest, FieldReading at)
    {
        var label = at.Field.InSentence();
        at.Refuse($"Tulis {label.Id} paling sedikit {fewest} kata, misalnya “{Example}”.", $"Write {label.En} with at least {fewest} words, for example “{Example}”.");
    }
}
