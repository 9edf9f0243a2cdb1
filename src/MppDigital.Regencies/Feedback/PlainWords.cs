using MppDigital.Platform.Identification;

namespace MppDigital.Regencies.Feedback;

/// <summary>What people write over several lines.</summary>
internal static class PlainWords
{
    /// <summary>Between two lengths, blanks around it not counted, and nothing in it that hides or turns text around.</summary>
    public static bool Fit(string text, int least, int longest) =>
        text.Trim() is var words && words.Length >= least && words.Length <= longest && UnicodeText.IsPlain(words.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' '));
}
