using System.Globalization;
using System.Resources;
using MppDigital.National.Catalog.Releases;

namespace MppDigital.Web.MinistryCatalog;

/// <summary>The words of the catalog desk, in the language of the page.</summary>
internal static class CatalogTexts
{
    private static readonly ResourceManager Texts = new("MppDigital.Web.MinistryCatalog.CatalogTexts", typeof(CatalogTexts).Assembly);

    public static string T(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"No text named {key}.");

    public static string T(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, T(key), values);

    public static string Of(ReleaseState state) => T($"State.{state}");

    /// <summary>Bounds as people read them: <c>1..5</c> becomes <c>1–5</c>.</summary>
    public static string Bounds(string expected) => expected == "national" ? T("NationalOnly") : expected.Replace("..", "–", StringComparison.Ordinal);

    public static string Element(string pointer) => pointer switch
    {
        "/processing_time" => T("Element.Time"),
        "/fee" => T("Element.Fee"),
        "/requirements" => T("Element.Requirements"),
        "/code" => T("Element.Code"),
        var other => other,
    };
}
