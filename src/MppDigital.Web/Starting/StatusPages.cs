using Microsoft.AspNetCore.Diagnostics;
using MppDigital.Platform.UseCases;
using MppDigital.Web.Api;

namespace MppDigital.Web.Starting;

/// <summary>Bodies for answers that have none: problem details at the API, a page elsewhere.</summary>
internal static class StatusPages
{
    public static Task WriteAsync(StatusCodeContext status)
    {
        var context = status.HttpContext;
        var code = context.Response.StatusCode;
        if (context.Request.Path.StartsWithSegments("/api")) return ProblemOf(code).ToResult().ExecuteAsync(context);
        context.Response.ContentType = "text/html; charset=utf-8";
        var (title, advice) = code switch
        {
            404 => ("Halaman ini tidak ada", "Periksa alamatnya, atau mulai dari beranda."),
            403 => ("Halaman ini bukan untuk akun Anda", "Masuk dengan akun yang berhak, atau kembali ke beranda."),
            400 => ("Permintaan tidak dapat dibaca", "Kembali, muat ulang halaman, lalu coba lagi."),
            429 => ("Terlalu banyak permintaan", "Tunggu sebentar, lalu coba lagi."),
            _ => ("Permintaan tidak dapat dilayani", "Kembali, lalu coba lagi."),
        };
        return context.Response.WriteAsync($"""
            <!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>
            <h1>{title}</h1><p>{advice}</p><p><a href="/">Beranda</a></p></html>
            """);
    }

    private static Problem ProblemOf(int status) => status switch
    {
        404 => new(ProblemKind.NotFound, "not-found", "Alamat ini tidak ada. Lihat daftar alamat di /docs.") { DetailEn = "There is nothing at this address. See /docs." },
        405 => new(ProblemKind.NotFound, "method-not-allowed", "Cara memanggil alamat ini salah. Lihat /docs.") { DetailEn = "This method is not for this address. See /docs." },
        413 => new(ProblemKind.TooLarge, "body-too-large", "Kiriman terlalu besar.") { DetailEn = "The request is too large." },
        415 => new(ProblemKind.WrongType, "wrong-type", "Jenis kiriman tidak dikenal.") { DetailEn = "The type of the request is not known." },
        429 => new(ProblemKind.TooMany, "too-many-requests", "Terlalu banyak permintaan. Tunggu sebentar.") { DetailEn = "Too many requests. Wait a moment.", RetryAfter = TimeSpan.FromSeconds(30) },
        _ => new(ProblemKind.Unreadable, "unreadable", "Permintaan tidak dapat dibaca.") { DetailEn = "The request cannot be read." },
    };
}
