using System.Globalization;
using System.Resources;

namespace MppDigital.Web.Office;

/// <summary>The words of the officers' pages, in the language of the page.</summary>
internal static class OfficeTexts
{
    private static readonly ResourceManager Texts = new("MppDigital.Web.Office.OfficeTexts", typeof(OfficeTexts).Assembly);

    public static string T(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"No text named {key}.");

    public static string T(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, T(key), values);
}
