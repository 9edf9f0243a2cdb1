using System.Globalization;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.Api;

/// <summary>Parts of a request that many calls share, each read in one way.</summary>
internal static class RequestParts
{
    public const int MostItems = 200;
    private const int UsualItems = 50;

    /// <summary>8 to 128 visible ASCII characters.</summary>
    public static Outcome<string> IdempotencyKey(HttpContext context)
    {
        var values = context.Request.Headers["Idempotency-Key"];
        return values is [{ Length: >= 8 and <= 128 } key] && key.All(c => c is > ' ' and < (char)127)
            ? key
            : new Problem(ProblemKind.Invalid, "idempotency-key-required", "Sertakan Idempotency-Key: 8 sampai 128 huruf atau angka, baru untuk setiap permohonan.")
            {
                DetailEn = "Send an Idempotency-Key of 8 to 128 visible ASCII characters, a new one for each creation.",
                Errors = new Dictionary<string, string[]> { ["/Idempotency-Key"] = ["Tulis 8 sampai 128 karakter ASCII tanpa spasi."] },
            };
    }

    /// <summary>The number inside <c>If-Match: "7"</c>; null when there is none.</summary>
    public static Outcome<VersionSeen> IfMatch(HttpContext context)
    {
        var values = context.Request.Headers.IfMatch;
        if (values.Count == 0) return new VersionSeen(null);
        return values is [{ } text] && long.TryParse(text.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new VersionSeen(version)
            : new Problem(ProblemKind.Unreadable, "unreadable-if-match", "Isi If-Match dengan ETag yang terakhir dibaca.") { DetailEn = "Fill If-Match with the ETag last read." };
    }

    public static Outcome<Paging> Paging(HttpContext context)
    {
        var limit = context.Request.Query["limit"];
        var after = context.Request.Query["after"];
        if (limit.Count > 1 || after.Count > 1 || after.ToString() is { Length: > 200 } || after.ToString().Any(char.IsControl)) return Wrong("/after", "Kirim after satu kali, dari next halaman sebelumnya.");
        if (limit.Count == 0) return new Paging(UsualItems, after.FirstOrDefault());
        return int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostItems
            ? new Paging(number, after.FirstOrDefault())
            : Wrong("/limit", $"Tulis angka 1 sampai {MostItems}.");
    }

    public static Problem Wrong(string pointer, string text) => new(ProblemKind.Invalid, "invalid-content", "Ada bagian permintaan yang perlu diperbaiki.") { Errors = new Dictionary<string, string[]> { [pointer] = [text] }, DetailEn = "Some part of the request needs to be mended." };
}

internal sealed record Paging(int Limit, string? After);

internal sealed record VersionSeen(long? Version);
