using System.Collections.Concurrent;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Components.Kept;

/// <summary>
/// Writes the same page once for all strangers who ask within five seconds. Whoever carries a cookie besides the language, or a token, gets
/// a page of their own. A change at a host is seen there at once in this process, in others when the five seconds are over.
/// </summary>
internal sealed class SharedPages(RequestDelegate next, PublishedCatalog catalog, ITenantDirectory directory, TimeProvider clock)
{
    // Long enough for a rush, short enough that nobody notices: officers' changes, too, are taken over within five seconds.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    // 514 regencies with 56 services each never fit, and need not: what is asked for twice in five seconds does.
    private const long MostBytes = 8 * 1024 * 1024;

    private readonly ConcurrentDictionary<PageKey, KeptPage> pages = new();
    private long bytes;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsRead(context.Request))
        {
            var host = context.Request.Host.Value;
            await next(context);
            ForgetHost(host);
            return;
        }

        if (KeyOf(context.Request) is not { } key)
        {
            await next(context);
            return;
        }

        if (pages.TryGetValue(key, out var page) && page.Until > clock.GetUtcNow() && ReferenceEquals(page.Catalog, catalog.State) && ReferenceEquals(page.Registry, directory.All))
        {
            await page.WriteAsync(context.Response);
            return;
        }

        await MakeAsync(context, key);
    }

    private async Task MakeAsync(HttpContext context, PageKey key)
    {
        // Taken before the page is made: what changes meanwhile must not be kept under the newer state.
        var (made, registry) = (catalog.State, directory.All);
        var response = context.Response;
        var sent = response.Body;
        using var copy = new MemoryStream();
        response.Body = copy;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = sent;
        }

        var body = copy.ToArray();
        if (MayBeKept(context)) Keep(key, new KeptPage(body, response.ContentType ?? "", response.Headers.ContentEncoding.ToString(), clock.GetUtcNow() + Kept, made, registry));
        await sent.WriteAsync(body, context.RequestAborted);
    }

    private void Keep(PageKey key, KeptPage page)
    {
        if (Interlocked.Add(ref bytes, page.Body.Length) > MostBytes)
        {
            pages.Clear();
            Interlocked.Exchange(ref bytes, page.Body.Length);
        }

        pages[key] = page;
    }

    private void ForgetHost(string? host)
    {
        foreach (var key in pages.Keys.Where(k => k.Host.Equals(host, StringComparison.OrdinalIgnoreCase))) pages.TryRemove(key, out _);
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

    /// <summary>Null where the answer may depend on more than the key.</summary>
    private static PageKey? KeyOf(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) || request.QueryString.HasValue || request.Headers.Authorization.Count > 0) return null;
        if (request.Path.Value is not { } path || (path != "/" && !path.StartsWith("/layanan", StringComparison.Ordinal))) return null;
        if (request.Headers.Cookie.Count > 0 && request.Cookies.Any(c => c.Key != Language.Cookie)) return null;
        var accepted = request.Headers.AcceptEncoding.ToString();
        return new PageKey(request.Host.Value ?? "", path, request.Cookies[Language.Cookie] == "en", accepted);
    }

    private static bool MayBeKept(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status200OK
        && context.Response.Headers.SetCookie.Count == 0
        && context.Response.Headers.CacheControl.Count == 0
        && context.GetEndpoint()?.Metadata.GetMetadata<SharedPageAttribute>() is not null;
}
