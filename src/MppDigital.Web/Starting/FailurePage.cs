using System.Net;
using MppDigital.Web.Components.Assets;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Starting;

/// <summary>
/// The answer to our own failures: a reference to tell, nothing of what went wrong inside. It is plain text with holes, for the renderer, the texts or
/// a database may be what failed; the stylesheet is a file in memory, and without it the page still reads well.
/// </summary>
internal static class FailurePage
{
    private static readonly Words Indonesian = new(
        "id", "Ada gangguan", "Bukan salah Anda", "Sistem sedang terganggu. Isian yang sudah tersimpan tetap aman.",
        "Coba lagi 5 menit lagi, atau datang ke loket dengan nomor ini:", "Ke halaman depan");

    private static readonly Words English = new(
        "en", "Something failed", "This is not your fault", "The system has a fault. Answers that were saved are safe.",
        "Try again in 5 minutes, or come to the counter with this number:", "To the front page");

    public static Task WriteAsync(HttpContext context)
    {
        var reference = context.TraceIdentifier;
        // The language of the request went with the handler that failed.
        var words = context.Request.Cookies[Language.Cookie] == English.Code ? English : Indonesian;
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Path.StartsWithSegments("/api"))
            return Results.Problem(statusCode: 500, title: "Bukan salah Anda. Coba lagi beberapa menit lagi.", extensions: new Dictionary<string, object?> { ["code"] = "failure", ["reference"] = reference }).ExecuteAsync(context);

        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(PageOf(words, reference));
    }

    private static string PageOf(Words words, string reference) => $"""
        <!DOCTYPE html>
        <html lang="{words.Code}">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{words.Title} - MPP Digital</title>
        <link rel="stylesheet" href="{WebAssets.PathOf("mpp.css")}"><link rel="icon" type="image/svg+xml" href="{WebAssets.PathOf("tanda.svg")}">
        </head>
        <body>
        <header><div class="plate"><div class="wrap"><a class="name" href="/"><span><b>MPP Digital</b></span></a></div></div></header>
        <main id="isi" class="wrap mid">
        <h1 class="mt">{words.Heading}</h1>
        <p class="lead">{words.Meaning}</p>
        <p>{words.Next} <b>{WebUtility.HtmlEncode(reference)}</b></p>
        <p><a class="btn" href="/">{words.Home}</a></p>
        </main>
        </body>
        </html>
        """;

    private sealed record Words(string Code, string Title, string Heading, string Meaning, string Next, string Home);
}
