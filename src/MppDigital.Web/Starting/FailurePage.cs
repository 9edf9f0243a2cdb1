namespace MppDigital.Web.Starting;

/// <summary>The answer to our own failures: a reference to tell, nothing of what went wrong inside.</summary>
internal static class FailurePage
{
    public static Task WriteAsync(HttpContext context)
    {
        var reference = context.TraceIdentifier;
        if (context.Request.Path.StartsWithSegments("/api"))
            return Results.Problem(statusCode: 500, title: "Bukan salah Anda. Coba lagi beberapa menit lagi.", extensions: new Dictionary<string, object?> { ["code"] = "failure", ["reference"] = reference }).ExecuteAsync(context);

        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Ada gangguan</title>
            <h1>Bukan salah Anda</h1><p>Sistem sedang terganggu. Isian yang sudah tersimpan tetap aman.</p>
            <p>Coba lagi 5 menit lagi, atau datang ke loket dengan nomor ini: <b>{System.Net.WebUtility.HtmlEncode(reference)}</b></p></html>
            """);
    }
}
