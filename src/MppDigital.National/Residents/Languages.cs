using System.Globalization;

namespace MppDigital.National.Residents;

internal static class Languages
{
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
