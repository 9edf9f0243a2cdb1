using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace MppDigital.Web.Components.Assets;

/// <summary>A file whose address holds its content: compressed once, cached by browsers for a year.</summary>
public sealed class HashedAsset
{
    private readonly byte[] plain;
    private readonly byte[] brotli;
    private readonly byte[] gzip;

    private HashedAsset(string name, string extension, string contentType, byte[] content)
    {
        plain = content;
        brotli = Compress(content, output => new BrotliStream(output, CompressionLevel.SmallestSize));
        gzip = Compress(content, output => new GZipStream(output, CompressionLevel.SmallestSize));
        ContentType = contentType;
        Path = $"/{name}-{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6))}{extension}";
    }

    public string Path { get; }

    public string ContentType { get; }

    /// <summary>As it was written.</summary>
    public ReadOnlySpan<byte> Content => plain;

    public int CompressedLength => gzip.Length;

    public static HashedAsset From(string name, string extension, string contentType, byte[] content) => new(name, extension, contentType, content);

    public static HashedAsset FromText(string name, string extension, string contentType, string text) => new(name, extension, contentType, Encoding.UTF8.GetBytes(text));

    public async Task WriteAsync(HttpContext context)
    {
        var (body, encoding) = Choose(context.Request.Headers.AcceptEncoding.ToString());
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = "Accept-Encoding";
        if (encoding.Length > 0) headers.ContentEncoding = encoding;
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private (byte[] Body, string Encoding) Choose(string accepted) =>
        accepted.Contains("br", StringComparison.Ordinal) ? (brotli, "br")
        : accepted.Contains("gzip", StringComparison.Ordinal) ? (gzip, "gzip")
        : (plain, "");

    private static byte[] Compress(byte[] content, Func<Stream, Stream> compressor)
    {
        using var output = new MemoryStream();
        using (var stream = compressor(output)) stream.Write(content);
        return output.ToArray();
    }
}
