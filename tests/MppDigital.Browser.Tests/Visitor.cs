using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace MppDigital.Browser.Tests;

/// <summary>One person at one device. Citizens come without JavaScript.</summary>
internal sealed class Visitor(IBrowserContext context, IPage page, MppServer server) : IAsyncDisposable
{
    public IPage Page => page;

    public static async Task<Visitor> ArriveAsync(IBrowser browser, MppServer server, bool script, int width = 360)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = script, ViewportSize = new ViewportSize { Width = width, Height = 800 } });
        context.SetDefaultTimeout(30_000);
        return new Visitor(context, await context.NewPageAsync(), server);
    }

    public Task GoAsync(string label, string path) => page.GotoAsync(server.OriginOf(label) + path);

    public async Task SignInAsStaffAsync(string userName)
    {
        await GoAsync("bukittinggi", "/petugas");
        await page.FillAsync("[name=username]", userName);
        await page.FillAsync("[name=password]", server.Password);
        await SubmitAsync("main form[method=post]");
        if (server.TotpOf(userName) is { } secret)
        {
            await page.FillAsync("[name=code]", OneTimeCode.Of(secret, DateTimeOffset.UtcNow));
            await SubmitAsync("main form[method=post]");
        }
    }

    /// <summary>A file as this visitor's browser would get it, cookies included. The name is resolved here, for not every machine knows names below localhost.</summary>
    public async Task<HttpResponseMessage> FetchAsync(Uri address)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false, UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(address) { Host = "127.0.0.1" }.Uri);
        request.Headers.Host = address.Authority;
        request.Headers.Add("Cookie", string.Join("; ", (await context.CookiesAsync([address.ToString()])).Select(c => $"{c.Name}={c.Value}")));
        return await client.SendAsync(request);
    }

    public Task SubmitAsync(string form) => page.Locator($"{form} button:not([type=button])").Last.ClickAsync();

    /// <summary>The page as axe-core judges it at both widths; needs a device with scripts, so the same address is opened again on one.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        var faults = new List<string>();
        foreach (var width in (int[])[360, 1280])
        {
            await page.SetViewportSizeAsync(width, 900);
            var result = await page.RunAxe();
            faults.AddRange(result.Violations.Select(v => $"{page.Url} at {width}: {v.Id} {string.Join(" | ", v.Nodes.Select(n => n.Html))}"));
        }

        return faults;
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
