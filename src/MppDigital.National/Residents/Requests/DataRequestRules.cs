using MppDigital.Platform.Identification;

namespace MppDigital.National.Residents.Requests;

public static class DataRequestRules
{
    /// <summary>UU 27/2022 articles 30 (2), 32 (2) and 40 to 41: three times twenty-four hours from the request, weekends and holidays included.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromHours(72);

    /// <summary>Two of the three days are gone: whoever has to answer is alarmed while there is a day left.</summary>
    public static readonly TimeSpan AlarmAfter = TimeSpan.FromHours(48);

    /// <summary>A copy of a whole life in one file must not lie about.</summary>
    public static readonly TimeSpan CopyKept = TimeSpan.FromHours(48);

    /// <summary>Each copy walks through every regency.</summary>
    public const int MostCopiesADay = 3;

    public const int LongestText = 1000;

    /// <summary>Ordinary letters and signs on one or more lines.</summary>
    internal static bool IsText(string text, int shortest) =>
        text.Trim().Length is var length && length >= shortest && length <= LongestText && UnicodeText.IsPlain(text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal));
}
