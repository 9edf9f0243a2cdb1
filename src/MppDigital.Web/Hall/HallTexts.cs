using System.Globalization;
using System.Resources;
using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Hall;

/// <summary>The words of kiosk, board, ticket and counter, in the language of the page.</summary>
internal static class HallTexts
{
    public static readonly Problem UnknownAct = new(ProblemKind.Invalid, "unknown-action", "Pilih salah satu tombol di halaman ini.") { DetailEn = "Choose one of the buttons on this page." };

    private static readonly ResourceManager Texts = new("MppDigital.Web.Hall.HallTexts", typeof(HallTexts).Assembly);

    public static string T(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"No text named {key}.");

    public static string T(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, T(key), values);

    /// <summary>The service by the name that people use; its code where the nation has it no more.</summary>
    public static string NameOf(this IServiceCatalog catalog, string service) =>
        catalog.Find(service) is { Definition: { } known } ? Language.Pick(known.ShortName, known.NameEn) : service;

    /// <summary>Use cases tell what is wrong with a field in Indonesian and English at once.</summary>
    public static Problem InLanguage(Problem problem) => Language.IsEnglish ? problem with { Errors = problem.Errors.ToDictionary(e => e.Key, _ => new[] { problem.DetailEn }) } : problem;

    public static string Clock(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{at:HH\\.mm}");
}
