using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using MppDigital.Testing;

namespace MppDigital.Browser.Tests;

/// <summary>One person at one device. Citizens come without JavaScript.</summary>
internal sealed class Visitor(IBrowserContext context, IPage page, MppServer server) : IAsyncDisposable
{
    public static BrowserTypeLaunchOptions Chromium { get; } = new()
    {
        ExecutablePath = "/usr/bin/chromium",
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP *.localhost 127.0.0.1"],
    };

    public IPage Page => page;

    public IBrowserContext Context => context;

    public static async Task<Visitor> ArriveAsync(IBrowser browser, MppServer server, bool script, int width = 360)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = script, ViewportSize = new ViewportSize { Width = width, Height = 800 } });
        context.SetDefaultTimeout(30_000);
        return new Visitor(context, await context.NewPageAsync(), server);
    }

    public string CodeTo(string address) => server.CodeTo(address);

    public Task GoAsync(string label, string path) => page.GotoAsync(server.OriginOf(label) + path);

    public async Task SpeakAsync(string language, params string[] labels)
    {
        foreach (var label in labels) await GoAsync(label, $"/bahasa?ke={language}");
    }

    public async Task SignInAsStaffAsync(string userName, string label = "bukittinggi", string path = "/petugas", Func<string, Task>? look = null)
    {
        await GoAsync(label, path);
        if (look is not null) await look("masuk-petugas");
        await page.FillAsync("[name=username]", userName);
        await page.FillAsync("[name=password]", server.Password);
        await SubmitAsync("main form[method=post]");
        if (server.TotpOf(userName) is { } secret)
        {
            if (look is not null) await look("kode");
            await page.FillAsync("[name=code]", OneTimeCode.Of(secret, server.Now));
            await SubmitAsync("main form[method=post]");
        }
    }

    /// <summary>A file as this visitor's browser would get it, cookies included. The name is resolved here, for not every machine knows names below localhost.</summary>
    public async Task<HttpResponseMessage> FetchAsync(Uri address)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false, UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(address) { Host = "127.0.0.1" }.Uri);
        request.Headers.Host = address.Authority;
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", (await context.CookiesAsync([address.ToString()])).Select(c => $"{c.Name}={c.Value}")));
        return await client.SendAsync(request);
    }

    /// <summary>Sends a form and waits for the whole answer, styles included: what is measured on half a page is wrong.</summary>
    public async Task SubmitAsync(string form)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage answer) => loaded.TrySetResult();
        page.Load += Loaded;
        try
        {
            await page.Locator($"{form} button:not([type=button])").Last.ClickAsync();
            await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            page.Load -= Loaded;
        }
    }

    /// <summary>The page as axe-core judges it at both widths, and whether it can be read without scrolling sideways (WCAG 2.2, 1.4.10).</summary>
    /// <param name="picture">Where to keep what was seen; null to keep nothing.</param>
    /// <param name="axe">False where only the words differ from a page that axe-core has judged.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, string? picture = null, bool axe = true)
    {
        var faults = new List<string>();
        foreach (var width in (int[])[360, 1280])
        {
            await page.SetViewportSizeAsync(width, 900);
            if (picture is not null) await page.ScreenshotAsync(new PageScreenshotOptions { Path = $"{picture}-{width}.png", FullPage = true });
            if (axe) faults.AddRange((await AxeAsync(page)).Select(fault => $"{page.Url} at {width}: {fault}"));
            var needed = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (needed > width) faults.Add($"{page.Url} at {width} is {needed} wide");
        }

        return faults;
    }

    private static async Task<IEnumerable<string>> AxeAsync(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations, ResultType.Incomplete] });
        // Text in the very colour of its ground counts as hidden on purpose and is only put down for a human to look at. Here it is a fault.
        var unseen = result.Incomplete.Where(i => i.Id == "color-contrast").SelectMany(i => i.Nodes).Where(n => n.Any.Any(check => check.Message.Contains("1:1", StringComparison.Ordinal)));
        return result.Violations.Select(v => $"{v.Id} {string.Join(" | ", v.Nodes.Select(n => n.Html))}").Concat(unseen.Select(n => $"invisible {n.Html}"));
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
