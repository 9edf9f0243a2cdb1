using System.Globalization;
using System.Resources;

namespace MppDigital.Web.SignIn;

/// <summary>The words of the sign-in pages, in the language of the page.</summary>
internal static class SignInTexts
{
    private static readonly ResourceManager Texts = new("MppDigital.Web.SignIn.SignInTexts", typeof(SignInTexts).Assembly);

    public static string T(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;

    public static string T(string key, string value) => string.Format(CultureInfo.CurrentCulture, T(key), value);

    public static string T(string key, string value, string second) => string.Format(CultureInfo.CurrentCulture, T(key), value, second);

    /// <summary>The sentence of a refusal in the language of the page.</summary>
    public static string T(MppDigital.Platform.UseCases.Problem problem) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" && problem.DetailEn.Length > 0 ? problem.DetailEn : problem.Detail;
}
