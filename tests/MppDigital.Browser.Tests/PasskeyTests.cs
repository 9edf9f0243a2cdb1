using Microsoft.Playwright;

namespace MppDigital.Browser.Tests;

/// <summary>Passkeys, made and used by a real browser with an authenticator that Chromium simulates.</summary>
public sealed class PasskeyTests(MppServer server) : IClassFixture<MppServer>
{
    [Fact]
    public async Task A_citizen_makes_a_passkey_signs_in_with_it_renames_and_removes_it()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Chromium());
        await using var citizen = await Visitor.ArriveAsync(browser, server, script: true);
        var page = citizen.Page;
        await AuthenticatorAsync(page);
        await citizen.GoAsync("login", "/masuk");
        await page.FillAsync("[name=nik]", server.NikOf(5));
        await page.FillAsync("[name=password]", server.Password);
        await citizen.SubmitAsync("form:has([name=nik])");
        await MakeAsync(citizen);
        Assert.Contains("HP saya", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(await Visitor.FaultsAsync(page));

        await page.Context.ClearCookiesAsync();
        await citizen.GoAsync("login", "/masuk/kunci");
        Assert.Empty(await Visitor.FaultsAsync(page));
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForSelectorAsync("a[href='/akun']");

        await citizen.GoAsync("login", "/akun/kunci");
        await page.CheckAsync("[name=id]");
        await page.FillAsync("[name=newName]", "Laptop kantor");
        await page.ClickAsync("button[value=rename]");
        await page.WaitForSelectorAsync(".note.ok");
        Assert.Contains("Laptop kantor", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.CheckAsync("[name=id]");
        await page.FillAsync("[name=removePassword]", server.Password);
        await page.ClickAsync("button[value=remove]");
        await page.WaitForSelectorAsync(".note.ok");
        Assert.Contains("Belum ada kunci sandi", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await page.Context.ClearCookiesAsync();
        await citizen.GoAsync("login", "/masuk/kunci");
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForSelectorAsync(".note.bad");
    }

    [Fact]
    public async Task Who_signs_documents_uses_the_passkey_alone_once_there_is_one()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Chromium());
        await using var head = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        var page = head.Page;
        await AuthenticatorAsync(page);
        await head.SignInAsStaffAsync("kepala.bukittinggi");
        await MakeAsync(head);

        await page.Context.ClearCookiesAsync();
        await head.GoAsync("bukittinggi", "/petugas");
        await page.FillAsync("[name=username]", "kepala.bukittinggi");
        await page.FillAsync("[name=password]", server.Password);
        await head.SubmitAsync("form:has([name=username])");
        Assert.Contains("kunci sandi", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);

        await page.ClickAsync("a[href^='/masuk/kunci']");
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForURLAsync("**/petugas");
    }

    [Fact]
    public async Task Without_script_the_page_says_what_to_do_instead()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Chromium());
        await using var visitor = await Visitor.ArriveAsync(browser, server, script: false);

        await visitor.GoAsync("login", "/masuk/kunci");

        Assert.True(await visitor.Page.Locator("[data-without-passkey]").IsVisibleAsync());
        Assert.False(await visitor.Page.Locator("form[data-passkey]").IsVisibleAsync());
    }

    private async Task MakeAsync(Visitor visitor)
    {
        await visitor.GoAsync("login", "/akun/kunci");
        await visitor.Page.FillAsync("form[data-passkey] [name=name]", "HP saya");
        await visitor.Page.FillAsync("form[data-passkey] [name=password]", server.Password);
        await visitor.Page.ClickAsync("form[data-passkey] button");
        await visitor.Page.WaitForSelectorAsync(".note.ok");
    }

    private static async Task AuthenticatorAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static BrowserTypeLaunchOptions Chromium() => new()
    {
        ExecutablePath = "/usr/bin/chromium",
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP *.localhost 127.0.0.1"],
    };
}
