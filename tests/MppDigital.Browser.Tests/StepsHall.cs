using System.Globalization;
using Microsoft.Playwright;

namespace MppDigital.Browser.Tests;

/// <summary>What people do in a hall: at home before, at the door, at the counter, under the board.</summary>
internal static class StepsHall
{
    public const string Here = "bukittinggi";
    public const string Choose = "/layanan/DPM-SIP-04/kunjungan";

    /// <summary>Ten minutes before the first time that anybody can book, whatever day this is.</summary>
    /// <returns>That time.</returns>
    public static async Task<DateTimeOffset> WaitForOpeningAsync(Visitor visitor, MppServer server)
    {
        await visitor.GoAsync(Here, Choose);
        var first = (await visitor.Page.Locator("main input[name=jam]:enabled").First.GetAttributeAsync("value"))!;
        var opening = DateTimeOffset.ParseExact(first[^12..], "yyyyMMddHHmm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        server.MoveTo(opening.AddMinutes(-10));
        return opening;
    }

    public static async Task SignInAsync(Visitor citizen, string nik, string password)
    {
        await citizen.GoAsync(Here, "/kunjungan/saya");
        await citizen.Page.FillAsync("[name=nik]", nik);
        await citizen.Page.FillAsync("[name=password]", password);
        await citizen.SubmitAsync("main form[method=post]");
    }

    /// <returns>Address of the visit.</returns>
    public static async Task<string> BookAsync(Visitor citizen, Func<string, Task> look)
    {
        await citizen.GoAsync(Here, Choose);
        await citizen.Page.Locator("main input[name=jam]:enabled").First.CheckAsync();
        await citizen.SubmitAsync("main form[method=get]");
        await look("pesan");
        await citizen.SubmitAsync("main form[method=post]");
        Assert.Contains("sudah tercatat", await citizen.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.True(await citizen.Page.Locator("main .qr img").IsVisibleAsync());
        await look("kunjungan");
        return new Uri(citizen.Page.Url).AbsolutePath;
    }

    /// <summary>A device with an admin's code becomes a kiosk, which prints into the test.</summary>
    public static async Task EnrolAsync(Visitor kiosk, Visitor admin)
    {
        await admin.GoAsync(Here, "/admin/kios");
        await admin.Page.FillAsync("#name", "Pintu utama");
        await admin.SubmitAsync("main form:has(#name)");
        var code = (await admin.Page.InnerTextAsync(".note.ok .big")).Trim();
        await kiosk.Context.AddInitScriptAsync("window.printed = 0; window.print = () => { window.printed++; };");
        await kiosk.GoAsync(Here, "/kios");
        await kiosk.Page.FillAsync("#code", code);
        await kiosk.SubmitAsync("main form");
        await UntilAsync(kiosk.Page, "JSON.parse(localStorage.getItem('kios-ranges') || '[]').length > 0");
    }

    /// <summary>By the NIK on the ID card.</summary>
    /// <returns>The page on which the phone follows the number.</returns>
    public static async Task<(string Number, string Follow)> CheckInAsync(Visitor kiosk, string nik)
    {
        await kiosk.Page.FillAsync("#typed", nik);
        await kiosk.Page.PressAsync("#typed", "Enter");
        var follow = (await kiosk.Page.Locator(".slip [data-follow]").GetAttributeAsync("data-follow"))!;
        return (await LeaveAsync(kiosk), follow);
    }

    public static async Task<string> TakeAsync(Visitor kiosk)
    {
        await kiosk.Page.Locator("summary:has-text('Penanaman Modal')").ClickAsync();
        await kiosk.Page.Locator("details[open] button:text-is('SIP Perawat')").ClickAsync();
        return await LeaveAsync(kiosk);
    }

    /// <summary>Each slip is printed once, stands alone on the page, and makes room for the next person.</summary>
    private static async Task<string> LeaveAsync(Visitor kiosk)
    {
        var number = await kiosk.Page.Locator(".slip .big").InnerTextAsync();
        Assert.False(await kiosk.Page.Locator("#typed").IsVisibleAsync());
        Assert.Equal(1, await kiosk.Page.EvaluateAsync<int>("window.printed"));
        await kiosk.Page.EvaluateAsync("window.printed = 0");
        await kiosk.Page.Locator("main a[href='/kios']").ClickAsync();
        Assert.True(await kiosk.Page.Locator("#typed").IsVisibleAsync());
        Assert.Equal(0, await kiosk.Page.Locator(".slip").CountAsync());
        return number;
    }

    /// <summary>To the first counter of the list by Tab and Enter, and open it.</summary>
    public static async Task SitDownAsync(Visitor clerk)
    {
        await clerk.GoAsync(Here, "/petugas/loket");
        await TabToAsync(clerk.Page, "document.activeElement.matches('main li a')");
        await PressAsync(clerk.Page, "Enter");
        // Opening is a call of the program's own interface until somebody sits there.
        var answer = await clerk.Page.EvaluateAsync<int>("""
            async () => {
              const id = new URL(location).searchParams.get('id'), csrf = await (await fetch('/api/v1/csrf')).json();
              const counter = (await (await fetch('/api/v1/places')).json()).items[0].counters.find((c) => c.id === id);
              const headers = { 'Content-Type': 'application/json', 'If-Match': `"${counter.version}"`, 'X-CSRF-Token': csrf.token };
              return (await fetch(`/api/v1/officer/counters/${id}/state`, { method: 'PUT', headers, body: JSON.stringify({ state: 'open', reason: '' }) })).status;
            }
            """);
        Assert.Equal(200, answer);
        await clerk.Page.ReloadAsync();
    }

    /// <summary>One letter, one move.</summary>
    /// <returns>The number at the counter then.</returns>
    public static async Task<string> PressAsync(IPage page, string key)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage answer) => loaded.TrySetResult();
        page.Load += Loaded;
        await page.Keyboard.PressAsync(key);
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        page.Load -= Loaded;
        var number = page.Locator("[data-current]");
        return await number.CountAsync() == 0 ? "" : await number.InnerTextAsync();
    }

    public static async Task TabToAsync(IPage page, string there)
    {
        for (var i = 0; i < 60 && !await page.EvaluateAsync<bool>($"({there}) === true"); i++) await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>($"({there}) === true"), $"No way by Tab to {there}.");
    }

    /// <summary>Asked from outside: the pages' own rules let no text become a script.</summary>
    public static async Task UntilAsync(IPage page, string condition)
    {
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while (!await page.EvaluateAsync<bool>(condition))
        {
            Assert.True(DateTime.UtcNow < deadline, $"Not within 30 seconds: {condition}");
            await Task.Delay(50);
        }
    }

    /// <summary>Whoever looks at the board writes down each number that it shows.</summary>
    public static Task WatchAsync(IPage board) => board.EvaluateAsync("""
        () => {
          window.seen = [];
          const part = document.querySelector('[data-number]');
          new MutationObserver(() => window.seen.push(part.textContent)).observe(part, { childList: true });
        }
        """);

    public static async Task SeesAsync(IPage board, params string[] numbers)
    {
        await UntilAsync(board, $"window.seen.length >= {numbers.Length}");
        Assert.Equal(numbers, await board.EvaluateAsync<string[]>("window.seen"));
    }
}
