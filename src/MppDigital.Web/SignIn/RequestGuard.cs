using Microsoft.Extensions.Options;
using MppDigital.Login.Sessions;
using MppDigital.Platform;

namespace MppDigital.Web.SignIn;

/// <summary>
/// Refuses what no honest browser sends: one of our cookies twice (someone planted a second one), or a changing request that says it
/// comes from another site.
/// </summary>
internal sealed class RequestGuard(RequestDelegate next, IOptions<PlatformOptions> platform, RelyingParties parties, LoginCookie loginCookie)
{
    /// <summary>The two protocol endpoints that other sites' forms may post to; neither changes anything by itself.</summary>
    private static readonly string[] OpenToOthers = ["/authorize", "/logout"];

    public Task InvokeAsync(HttpContext http)
    {
        if (HasCookieTwice(http.Request)) return RefuseAsync(http, StatusCodes.Status400BadRequest, "cookie-twice", "Satu cookie terkirim dua kali. Hapus cookie situs ini, lalu masuk lagi.");
        return IsForeign(http)
            ? RefuseAsync(http, StatusCodes.Status403Forbidden, "foreign-origin", "Permintaan ini datang dari situs lain.")
            : next(http);
    }

    private bool HasCookieTwice(HttpRequest request)
    {
        if (request.Headers.Cookie.Count == 0) return false;
        var session = HostCookie.NameFor(platform.Value, SignInSchemes.Cookie);
        var names = request.Headers.Cookie
            .SelectMany(line => (line ?? "").Split(';'))
            .Select(pair => pair.Split('=')[0].Trim());
        return names.Where(n => n == session || n == loginCookie.Name).GroupBy(n => n).Any(g => g.Count() > 1);
    }

    private bool IsForeign(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method)) return false;
        var given = http.Request.Headers.Origin;
        if (given.Count == 0) return false;
        var own = parties.Of(http)?.Origin ?? platform.Value.OriginOf("login");
        return given != own && !OpenToOthers.Contains(http.Request.Path.Value);
    }

    private static Task RefuseAsync(HttpContext http, int status, string code, string detail) =>
        Results.Problem(statusCode: status, title: "Permintaan ditolak", detail: detail, extensions: new Dictionary<string, object?> { ["code"] = code }).ExecuteAsync(http);
}
