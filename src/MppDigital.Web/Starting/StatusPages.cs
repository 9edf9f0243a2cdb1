using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using MppDigital.Platform.UseCases;
using MppDigital.Web.Api;
using MppDigital.Web.Components;

namespace MppDigital.Web.Starting;

/// <summary>Bodies for answers that have none: problem details at the API, a page elsewhere.</summary>
internal static class StatusPages
{
    /// <summary>Without it the policy for endpoints that name none would send strangers at an unknown address to the login.</summary>
    public static void MapUnknownAddresses(this WebApplication app) => app.MapFallback("{**address}", () => Results.StatusCode(StatusCodes.Status404NotFound)).AllowAnonymous().ExcludeFromDescription();

    public static Task WriteAsync(StatusCodeContext status)
    {
        var context = status.HttpContext;
        var code = context.Response.StatusCode;
        if (context.Request.Path.StartsWithSegments("/api")) return ProblemOf(code).ToResult().ExecuteAsync(context);
        // A page that gave up has left this header behind, and the next page adds it again.
        context.Response.Headers.Remove("blazor-enhanced-nav");
        return new RazorComponentResult<StatusPage>(new { Code = code }) { StatusCode = code, PreventStreamingRendering = true }.ExecuteAsync(context);
    }

    private static Problem ProblemOf(int status) => status switch
    {
        404 => new(ProblemKind.NotFound, "not-found", "Alamat ini tidak ada. Lihat daftar alamat di /docs.") { DetailEn = "There is nothing at this address. See /docs." },
        413 => new(ProblemKind.TooLarge, "body-too-large", "Kiriman terlalu besar.") { DetailEn = "The request is too large." },
        415 => new(ProblemKind.WrongType, "wrong-type", "Jenis kiriman tidak dikenal.") { DetailEn = "The type of the request is not known." },
        429 => new(ProblemKind.TooMany, "too-many-requests", "Terlalu banyak permintaan. Tunggu sebentar.") { DetailEn = "Too many requests. Wait a moment.", RetryAfter = TimeSpan.FromSeconds(30) },
        _ => new(ProblemKind.Unreadable, "unreadable", "Permintaan tidak dapat dibaca.") { DetailEn = "The request cannot be read." },
    };
}
