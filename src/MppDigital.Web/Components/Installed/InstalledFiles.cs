using System.Security.Cryptography;
using System.Text;
using MppDigital.Platform.Tenancy;
using MppDigital.Web.Components.Accent;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.Components.Installed;

/// <summary>What a phone asks for to keep a regency's pages as a program: manifest, icons and worker; and whose session an answer is, for the worker.</summary>
internal static class InstalledFiles
{
    /// <summary>A short hash of the session's person: enough to notice another one, and nothing that anybody could use.</summary>
    private const string PersonHeader = "Mpp-Person";

    public static void Map(IEndpointRouteBuilder routes, string host)
    {
        var files = routes.MapGroup("").RequireHost(host).AllowAnonymous().ExcludeFromDescription();
        files.MapGet(WorkerScript.Path, (HttpContext http, CurrentRegency current) => Text(http, WorkerScript.For(AccentSheet.DefaultFor(current.Value)), "text/javascript", "no-cache"));
        files.MapGet(AppManifest.Path, (CurrentRegency current) => Results.Json(AppManifest.Of(current.Value, AccentSheet.DefaultFor(current.Value)), contentType: "application/manifest+json"));
        files.MapGet(AppManifest.IconPath, (HttpContext http, CurrentRegency current) => Text(http, AppManifest.Svg(AccentSheet.DefaultFor(current.Value)), "image/svg+xml", "public, max-age=86400"));
        foreach (var size in AppManifest.Sizes) files.MapGet(AppManifest.PngPath(size), (HttpContext http, CurrentRegency current) => Png(http, current.Value, size));
    }

    /// <summary>After authentication.</summary>
    public static IApplicationBuilder TellWhoseSession(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.User.FindFirst(SignInClaims.Sub)?.Value is { } sub) context.Response.Headers[PersonHeader] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{PersonHeader}:{context.Request.Host.Host}:{sub}")))[..16];
        return next(context);
    });

    private static IResult Text(HttpContext http, string text, string type, string cache)
    {
        http.Response.Headers.CacheControl = cache;
        return Results.Text(text, type, Encoding.UTF8);
    }

    private static IResult Png(HttpContext http, Regency regency, int size)
    {
        http.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.Bytes(IconPng.Of(AccentSheet.DefaultFor(regency), size), "image/png");
    }
}
