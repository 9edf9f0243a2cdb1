using Microsoft.Playwright;
using static MppDigital.Browser.Tests.StepsHall;

namespace MppDigital.Browser.Tests;

/// <summary>A visit from the phone to the counter, and a complaint from the phone to the ministry, at the times that the stories need.</summary>
public sealed class HallTests(MppServer server) : IClassFixture<MppServer>
{
    private const int FirstView = 30 * 1024;
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("MPP_TEST_PICTURES");

    private readonly List<string> faults = [];

    [Fact]
    public async Task A_phone_without_script_books_the_kiosk_lets_in_the_clerk_calls_by_keyboard_and_the_board_misses_nobody()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Visitor.Chromium);
        await using var citizen = await Visitor.ArriveAsync(browser, server, script: false);
        var opening = await WaitForOpeningAsync(citizen, server);
        await SignInAsync(citizen, server.NikOf(4), server.Password);
        await using var admin = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await admin.SignInAsStaffAsync("admin.bukittinggi");
        await using var kiosk = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await using var clerk = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await clerk.SignInAsStaffAsync("petugas.dpmptsp.bukittinggi");
        await using var board = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        using var link = new WeakLink(server.Port);

        var visit = await BookAsync(citizen, LookAt(citizen));
        await EnrolAsync(kiosk, admin);
        await LookAt(kiosk)("kios");
        var (booked, follow) = await CheckInAsync(kiosk, server.NikOf(4));
        await citizen.GoAsync(Here, visit);
        await citizen.Page.Locator($"main a[href='{follow}']").ClickAsync();
        Assert.Contains("Anda berikutnya", await citizen.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        // Whoever booked is due at the booked time, everybody else when they come.
        server.MoveTo(opening);
        await kiosk.GoAsync(Here, "/kios");
        var walkedIn = await TakeAsync(kiosk);
        var offline = await WithoutTheLinkAsync(kiosk);

        await SitDownAsync(clerk);
        var place = new Uri(await clerk.Page.Locator("a[href^='/papan/']").EvaluateAsync<string>("a => a.href")).AbsolutePath;
        await board.Page.GotoAsync($"http://{Here}.mpp.localhost:{link.Port}{place}");
        await WatchAsync(board.Page);
        Assert.Contains(offline, await clerk.Page.InnerTextAsync("aside"), StringComparison.Ordinal);

        Assert.Equal(booked, await PressAsync(clerk.Page, "n"));
        await SeesAsync(board.Page, booked);
        await citizen.Page.ReloadAsync();
        Assert.Contains("Silakan ke loket", await citizen.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await LookAt(board)("papan");
        await LookAt(clerk)("loket");
        await RoundAsync(clerk.Page, booked, walkedIn);

        link.Cut();
        await board.Page.Locator("[data-off]").WaitForAsync();
        await PressAsync(clerk.Page, "r");
        await PressAsync(clerk.Page, "x");
        Assert.Equal(offline, await PressAsync(clerk.Page, "n"));
        link.Mend();
        await SeesAsync(board.Page, booked, walkedIn, walkedIn, walkedIn, offline);
        await Assertions.Expect(board.Page.Locator("[data-off]")).ToBeHiddenAsync();

        await LookAtAllAsync(admin, ["/admin/kios", "/admin/tempat", $"/admin/tempat/{place.Split('/')[^1]}", "/admin/suara"]);
        await LookAtAllAsync(clerk, ["/petugas/loket", "/petugas/pengaduan", "/petugas/konsultasi"]);
        await using var eyes = await Visitor.ArriveAsync(browser, server, script: true);
        await eyes.Context.AddCookiesAsync((await citizen.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, Expires = c.Expires }));
        await LookAtAllAsync(eyes, ["/kunjungan", Choose, "/kunjungan/saya", visit, follow, "/konsultasi", "/aduan", "/aduan/lacak", "/lapor-calo", "/suara"], light: true);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_complaint_that_nobody_answers_reaches_the_head_and_then_the_ministry()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Visitor.Chromium);
        await using var citizen = await Visitor.ArriveAsync(browser, server, script: false);
        var complaint = await StepsVoice.ComplainAsync(citizen);
        var number = complaint.Number;

        // Three working days to check it, five for the head; holidays make both longer.
        await StepsVoice.LetDaysPassAsync(citizen, server, complaint, "Di tangan kepala");
        await using var head = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await head.SignInAsStaffAsync("kepala.bukittinggi");
        await head.GoAsync(Here, "/petugas/pengaduan?daftar=mine");
        Assert.Contains(number, await head.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await LookAt(head)("pengaduan-kepala");
        await head.GoAsync(Here, $"/petugas/pengaduan/{number}");
        Assert.Contains("Loket tutup sebelum jam 12", await head.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await LookAt(head)("pengaduan-meja");

        await StepsVoice.LetDaysPassAsync(citizen, server, complaint, "Di kementerian");
        await LookAt(citizen)("aduan-naik");
        await using var ministry = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await ministry.SignInAsStaffAsync("analis.pusat", "pusat", "/signin?returnUrl=%2F");
        await StepsVoice.AppearsAsync(ministry, number);
        await LookAt(ministry)("pusat-pengaduan");
        await ministry.GoAsync("pusat", $"/pengaduan/{number}");
        await LookAt(ministry)("pusat-perintah");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>The link breaks, people go on getting numbers, and the hall knows of them as soon as it is back.</summary>
    private static async Task<string> WithoutTheLinkAsync(Visitor kiosk)
    {
        await kiosk.Context.SetOfflineAsync(true);
        await kiosk.Page.FillAsync("#typed", "1375014505939991");
        await kiosk.Page.PressAsync("#typed", "Enter");
        await kiosk.Page.Locator("[data-off]").WaitForAsync();
        var number = await TakeAsync(kiosk);
        Assert.Matches("^B-5\\d{3}$", number);
        Assert.NotEqual(number, await TakeAsync(kiosk));
        Assert.Equal(2, await kiosk.Page.EvaluateAsync<int>("JSON.parse(localStorage.getItem('kios-given')).length"));
        await kiosk.Context.SetOfflineAsync(false);
        await UntilAsync(kiosk.Page, "JSON.parse(localStorage.getItem('kios-given')).length === 0");
        await kiosk.Page.Locator("[data-off]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        return number;
    }

    /// <summary>Call again, hold, take back, serve, send on, and end; no mouse.</summary>
    private static async Task RoundAsync(IPage desk, string booked, string walkedIn)
    {
        Assert.Equal(booked, await PressAsync(desk, "s"));
        await TabToAsync(desk, "document.activeElement.id === 'to'");
        await desk.Keyboard.TypeAsync("D");
        await desk.Keyboard.PressAsync("Tab");
        Assert.Equal("-", await PressAsync(desk, "t"));
        Assert.Equal(walkedIn, await PressAsync(desk, "n"));
        await PressAsync(desk, "h");
        await TabToAsync(desk, "document.activeElement.value?.startsWith('recall|')");
        Assert.Equal(walkedIn, await PressAsync(desk, "Enter"));
    }

    private Func<string, Task> LookAt(Visitor visitor) => async page =>
    {
        // axe-core needs JavaScript: what the phone met without it is looked at again with it, at the end.
        var before = visitor.Page.ViewportSize!;
        faults.AddRange(await Visitor.FaultsAsync(visitor.Page, Pictures is null ? null : Path.Combine(Pictures, $"gedung-{page}"), axe: before.Width > 360));
        await visitor.Page.SetViewportSizeAsync(before.Width, before.Height);
    };

    private async Task LookAtAllAsync(Visitor visitor, string[] paths, bool light = false)
    {
        foreach (var path in paths)
        {
            await visitor.GoAsync(Here, path);
            if (light)
            {
                var bytes = await visitor.Page.EvaluateAsync<int>("[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, part) => sum + part.encodedBodySize, 0)");
                if (bytes is 0 or > FirstView) faults.Add($"{path} needs {bytes} bytes");
            }

            faults.AddRange(await Visitor.FaultsAsync(visitor.Page, Pictures is null ? null : Path.Combine(Pictures, $"gedung-{path.Trim('/').Replace('/', '-')}")));
        }
    }
}
