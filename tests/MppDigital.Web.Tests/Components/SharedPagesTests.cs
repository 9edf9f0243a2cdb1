using System.Text;
using Microsoft.AspNetCore.Http;
using MppDigital.National.Catalog;
using MppDigital.Testing;
using MppDigital.Testing.Databases;
using MppDigital.Web.Components.Kept;

namespace MppDigital.Web.Tests.Components;

public sealed class SharedPagesTests
{
    private readonly FakeClock clock = new();
    private readonly PublishedCatalog catalog = new();
    private readonly SharedPages pages;
    private int made;
    private bool isShared = true;

    public SharedPagesTests()
    {
        catalog.Replace([]);
        pages = new SharedPages(MakeAsync, catalog, SeedData.Directory, clock);
    }

    [Fact]
    public async Task Makes_a_page_once_for_all_strangers_within_five_seconds()
    {
        Assert.Equal("page 1", await GetAsync());
        Assert.Equal("page 1", await GetAsync());
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("page 2", await GetAsync());
    }

    [Fact]
    public async Task Makes_a_page_anew_for_whoever_carries_a_cookie_or_a_token()
    {
        await GetAsync();
        Assert.Equal("page 2", await GetAsync(r => r.Headers.Cookie = "masuk=abc"));
        Assert.Equal("page 3", await GetAsync(r => r.Headers.Authorization = "Bearer abc"));
        Assert.Equal("page 1", await GetAsync());
    }

    [Fact]
    public async Task Keeps_the_pages_of_hosts_and_languages_apart()
    {
        await GetAsync();
        Assert.Equal("page 2", await GetAsync(r => r.Host = new HostString("padang.mpp.test")));
        Assert.Equal("page 3", await GetAsync(r => r.Headers.Cookie = "lang=en"));
        Assert.Equal("page 4", await GetAsync(r => r.Headers.AcceptEncoding = "br"));
    }

    [Fact]
    public async Task Shows_a_change_at_a_host_and_a_new_catalog_at_once()
    {
        await GetAsync();
        await AskAsync(r => r.Method = "POST");
        Assert.Equal("page 3", await GetAsync());
        catalog.Replace([]);
        Assert.Equal("page 4", await GetAsync());
    }

    [Fact]
    public async Task Keeps_no_page_that_is_not_marked_as_shared()
    {
        isShared = false;
        await GetAsync();
        Assert.Equal("page 2", await GetAsync());
    }

    private Task<string> GetAsync(Action<HttpRequest>? change = null) => AskAsync(change ?? (_ => { }));

    private async Task<string> AskAsync(Action<HttpRequest> change)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Host = new HostString("bukittinggi.mpp.test");
        context.Request.Path = "/layanan/DPM-SIP-04";
        change(context.Request);
        using var body = new MemoryStream();
        context.Response.Body = body;
        await pages.InvokeAsync(context);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    private Task MakeAsync(HttpContext context)
    {
        context.SetEndpoint(new Endpoint(null, isShared ? new EndpointMetadataCollection(new SharedPageAttribute()) : EndpointMetadataCollection.Empty, "page"));
        return context.Response.WriteAsync($"page {++made}");
    }
}
