using MppDigital.Web.SignIn;

namespace MppDigital.Web.Components.Text;

/// <summary><c>/bahasa?ke=en&amp;kembali=/layanan</c>: a plain link, so that it works without script and on cached pages.</summary>
internal static class LanguageSwitch
{
    public const string Path = "/bahasa";

    public static string LinkTo(string language, string back) => $"{Path}?ke={language}&kembali={Uri.EscapeDataString(back)}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, Switch).AllowAnonymous();

    private static IResult Switch(HttpContext context, string? ke, string? kembali)
    {
        if (ke == "en") context.Response.Cookies.Append(Language.Cookie, "en", new CookieOptions { Path = "/", MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = context.Request.IsHttps });
        else context.Response.Cookies.Delete(Language.Cookie, new CookieOptions { Path = "/" });
        return Results.LocalRedirect(LocalReturn.Of(kembali));
    }
}
