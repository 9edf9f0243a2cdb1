using System.Text.Json;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.Api;

/// <summary>Reads a request's JSON so that every fault names its field: unreadable text is 400, readable text of the wrong shape is 422.</summary>
internal static class JsonBody
{
    public const int MostBytes = 256 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    public static async Task<Outcome<T>> ReadAsync<T>(HttpContext context)
        where T : class
    {
        if (!context.Request.HasJsonContentType()) return new Problem(ProblemKind.WrongType, "json-expected", "Kirim badan permintaan sebagai application/json.") { DetailEn = "Send the body as application/json." };
        if (await ReadAtMostAsync(context.Request.Body, context.RequestAborted) is not { } bytes)
            return new Problem(ProblemKind.TooLarge, "body-too-large", $"Badan permintaan lebih dari {MostBytes / 1024} KB. Kirim lebih sedikit.") { DetailEn = "The body is too large. Send less." };

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, Strict);
        }
        catch (JsonException)
        {
            return new Problem(ProblemKind.Unreadable, "unreadable-json", "Badan permintaan bukan JSON yang utuh, atau terlalu dalam.") { DetailEn = "The body is not complete JSON, or too deep." };
        }

        using (document)
        {
            if (UnreadableNames.Find(document.RootElement) is var (pointer, text)) return Shape(pointer, text);
            try
            {
                return document.RootElement.Deserialize<T>(ApiJson.Options) is { } value ? value : Shape("", "Kirim objek JSON.");
            }
            catch (JsonException e)
            {
                return Shape(PointerOf(e.Path), "Isi atau nama bagian ini tidak sesuai. Lihat bentuknya di /docs.");
            }
        }
    }

    /// <summary>For calls whose body may be left out.</summary>
    public static async Task<Outcome<T>> ReadOptionalAsync<T>(HttpContext context)
        where T : class, new() =>
        context.Request is { ContentLength: null or 0, ContentType: null } ? new T() : await ReadAsync<T>(context);

    private static Problem Shape(string pointer, string text) => new(ProblemKind.Invalid, "invalid-content", "Ada bagian yang tidak sesuai bentuknya.") { Errors = new Dictionary<string, string[]> { [pointer] = [text] }, DetailEn = "Some part has the wrong shape." };

    private static async Task<byte[]?> ReadAtMostAsync(Stream body, CancellationToken ct)
    {
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await body.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (content.Length + read > MostBytes) return null;
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    /// <summary><c>$.data.items[0].name</c> as <c>/data/items/0/name</c>.</summary>
    private static string PointerOf(string? path) => (path ?? "$")[1..].Replace("['", "/", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal).Replace('.', '/').Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
}
