using System.Globalization;
using System.Resources;
using MppDigital.Regencies.Officers;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>The words of the admin's pages, in the language of the page.</summary>
internal static class AdminTexts
{
    private static readonly ResourceManager Texts = new("MppDigital.Web.RegencyAdmin.AdminTexts", typeof(AdminTexts).Assembly);

    public static string T(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"No text named {key}.");

    public static string T(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, T(key), values);

    /// <summary>"Petugas DINKES", "Kepala daerah".</summary>
    public static string RoleOf(OfficerRole role, string agency) => $"{T($"Role.{role}")} {agency}".TrimEnd();
}
