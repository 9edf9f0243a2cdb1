using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace MppDigital.Benchmarks.Rows;

internal static partial class PageContent
{
    public static string Text(HttpResponseMessage answer, byte[] sent)
    {
        using Stream raw = answer.Content.Headers.ContentEncoding.FirstOrDefault() switch
        {
            "br" => new BrotliStream(new MemoryStream(sent), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(sent), CompressionMode.Decompress),
            _ => new MemoryStream(sent),
        };
        using var reader = new StreamReader(raw, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Stylesheets, icons, scripts and pictures of the page's own host.</summary>
    public static IEnumerable<string> LinkedFiles(string html) =>
        Link().Matches(html).Concat(Source().Matches(html)).Select(m => m.Groups[1].Value).Where(p => p.StartsWith('/')).Distinct();

    [GeneratedRegex("<link[^>]*href=\"([^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<(?:script|img|source)[^>]*src=\"([^\"]+)\"")]
    private static partial Regex Source();
}
