using System.Net.Http.Headers;
using System.Text;

namespace MppDigital.Benchmarks.Load;

/// <summary>The two requests that are compared.</summary>
internal static class Requests
{
    public const string ServicePath = "/layanan/DPM-SIP-04";

    /// <summary>A new family card for a lost one: everything about it is known to the civil register, so nothing needs to be uploaded first.</summary>
    private static readonly byte[] Filing = Encoding.UTF8.GetBytes("""{"service":"DKC-KK-03","data":{},"documents":[]}""");

    public static HttpRequestMessage Page(string origin, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, origin + path);
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Accept-Encoding", "br, gzip");
        return request;
    }

    public static HttpRequestMessage Submit(string origin, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{origin}/api/v1/applications") { Content = new ByteArrayContent(Filing) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        return request;
    }
}
