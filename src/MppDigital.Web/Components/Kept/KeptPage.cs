namespace MppDigital.Web.Components.Kept;

/// <summary>A page as it was sent, compressed as its reader asked.</summary>
/// <param name="Catalog">The catalog and the registry it was made from: another object means that one of them has changed since.</param>
internal sealed record KeptPage(byte[] Body, string ContentType, string Encoding, DateTimeOffset Until, object Catalog, object Registry)
{
    public Task WriteAsync(HttpResponse response)
    {
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        response.Headers.Vary = "Accept-Encoding";
        if (Encoding.Length > 0) response.Headers.ContentEncoding = Encoding;
        return response.Body.WriteAsync(Body, 0, Body.Length);
    }
}

/// <param name="Host">As it was sent, port included: links in the page may depend on it.</param>
internal readonly record struct PageKey(string Host, string Path, bool English, string Encoding);
