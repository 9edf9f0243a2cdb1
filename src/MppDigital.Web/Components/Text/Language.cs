using System.Globalization;

namespace MppDigital.Web.Components.Text;

/// <summary>Indonesian unless the reader chose English by the link in the footer; what the browser prefers is not asked.</summary>
public static class Language
{
    public const string Cookie = "lang";

    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public static string Code => IsEnglish ? "en" : "id";

    /// <summary>The one of two texts that the reader reads; Indonesian where the English is missing.</summary>
    public static string Pick(string indonesian, string? english) => IsEnglish && !string.IsNullOrEmpty(english) ? english : indonesian;

    internal static void Enter(HttpContext context) => CultureInfo.CurrentUICulture = context.Request.Cookies[Cookie] == "en" ? English : Indonesian;
}

/// <summary>Sets the language of the request before anything is written.</summary>
internal sealed class ChooseLanguage(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        Language.Enter(context);
        return next(context);
    }
}
