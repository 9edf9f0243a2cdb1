using System.Globalization;
using System.Resources;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>The words of the admin's pages, in the language of the page.</summary>
internal static class AdminTexts
{
    private static readonly ResourceManager Texts = new("MppDigital.Web.RegencyAdmin.AdminTexts", typeof(AdminTexts).Assembly);

    public static string T(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"No text named {key}.");

    public static string T(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, T(key), values);

    /// <summary>Use cases tell what is wrong with a field in Indonesian; a page in English has its own words for it.</summary>
    public static Problem? InLanguage(Problem? problem) =>
        problem is null || !Language.IsEnglish ? problem : problem with { Errors = problem.Errors.ToDictionary(e => e.Key, e => new[] { T($"Mend-{e.Key[1..]}") }) };

    /// <summary>"Petugas DINKES", "Kepala daerah".</summary>
    public static string RoleOf(OfficerRole role, string agency) => $"{T($"Role.{role}")} {agency}".TrimEnd();
}
