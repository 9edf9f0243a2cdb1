using System.Globalization;
using System.Resources;

namespace MppDigital.Web.Ministry;

/// <summary>The words of the ministry's pages, in the language of the page.</summary>
internal static class MinistryTexts
{
    private static readonly ResourceManager Texts = new("MppDigital.Web.Ministry.MinistryTexts", typeof(MinistryTexts).Assembly);

    public static string T(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"No text named {key}.");

    public static string T(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, T(key), values);
}
