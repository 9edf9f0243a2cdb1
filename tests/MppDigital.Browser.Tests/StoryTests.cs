using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MppDigital.Platform.Identification;
using MppDigital.Testing;

namespace MppDigital.Browser.Tests;

/// <summary>The main job from end to end, in a real browser, as the people in it would do it.</summary>
public sealed partial class StoryTests(MppServer server) : IClassFixture<MppServer>
{
    private const string Password = "kopi tubruk di Jam Gadang";

    [Fact]
    public async Task A_nurse_applies_without_script_and_anyone_can_verify_what_she_holds()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Chromium());
        var issuedBefore = await IssuedAsync();

        await using var citizen = await Visitor.ArriveAsync(browser, server, script: false);
        await RegisterAsync(citizen);
        var number = await ApplyAsync(citizen);

        await using var officer = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await officer.SignInAsStaffAsync("petugas.dpmptsp.bukittinggi");
        await officer.GoAsync("bukittinggi", $"/petugas/permohonan/{number}");
        await ActAsync(officer, "claim");
        await ReturnAsync(officer);

        await CorrectAsync(citizen, number);

        await officer.GoAsync("bukittinggi", $"/petugas/permohonan/{number}");
        await ActAsync(officer, "verify");
        await using var health = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await health.SignInAsStaffAsync("petugas.dinkes.bukittinggi");
        await health.GoAsync("bukittinggi", $"/petugas/permohonan/{number}");
        await ActAsync(health, "recommend");
        await using var head = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await head.SignInAsStaffAsync("kepala.bukittinggi");
        await head.GoAsync("bukittinggi", $"/petugas/permohonan/{number}");
        await ActAsync(head, "approve");

        var code = await DownloadAsync(citizen, number);
        await using var stranger = await Visitor.ArriveAsync(browser, server, script: false);
        await VerifyAsync(stranger, code);
        await WaitForIssuedAsync(issuedBefore + 1);
    }

    [Theory]
    [InlineData("", "/")]
    [InlineData("", "/layanan?q=izin")]
    [InlineData("", "/v")]
    [InlineData("bukittinggi", "/")]
    [InlineData("bukittinggi", "/layanan")]
    [InlineData("bukittinggi", "/layanan/DPM-SIP-04")]
    [InlineData("bukittinggi", "/lacak")]
    [InlineData("login", "/daftar")]
    [InlineData("pusat", "/")]
    public async Task A_public_page_has_no_fault_that_axe_finds(string label, string path)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Chromium());
        await using var visitor = await Visitor.ArriveAsync(browser, server, script: true);

        await visitor.GoAsync(label, path);

        Assert.Empty(await Visitor.FaultsAsync(visitor.Page));
    }

    private static BrowserTypeLaunchOptions Chromium() => new()
    {
        ExecutablePath = "/usr/bin/chromium",
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP *.localhost 127.0.0.1"],
    };

    private async Task RegisterAsync(Visitor citizen)
    {
        // A nurse whom the registers know and the demo does not.
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var nurse = SyntheticPeople.Find("1375014505939991", today) ?? throw new InvalidOperationException("The simulators know nobody by this NIK.");
        await citizen.GoAsync("login", "/daftar");
        await citizen.Page.FillAsync("[name=nik]", nurse.Nik);
        await citizen.Page.FillAsync("[name=name]", nurse.Name);
        await citizen.Page.FillAsync("[name=birthDay]", nurse.BirthDate.Day.ToString(CultureInfo.InvariantCulture));
        await citizen.Page.FillAsync("[name=birthMonth]", nurse.BirthDate.Month.ToString(CultureInfo.InvariantCulture));
        await citizen.Page.FillAsync("[name=birthYear]", nurse.BirthDate.Year.ToString(CultureInfo.InvariantCulture));
        await citizen.Page.FillAsync("[name=motherName]", nurse.MotherName);
        await citizen.Page.FillAsync("[name=phone]", "081234567890");
        await citizen.Page.FillAsync("[name=email]", "perawat@warga.example");
        await citizen.Page.FillAsync("[name=password]", Password);
        await citizen.SubmitAsync("main form[method=post]");
        await citizen.Page.FillAsync("[name=phoneCode]", server.CodeTo("+6281234567890"));
        await citizen.Page.FillAsync("[name=emailCode]", server.CodeTo("perawat@warga.example"));
        await citizen.Page.Locator("form:has([name=phoneCode]) button").ClickAsync();

        await citizen.GoAsync("bukittinggi", "/layanan/DPM-SIP-04");
        await citizen.Page.ClickAsync("a[href$='/ajukan']");
        if (await citizen.Page.Locator("[name=nik]").CountAsync() == 0) return;
        await citizen.Page.FillAsync("[name=nik]", nurse.Nik);
        await citizen.Page.FillAsync("[name=password]", Password);
        await citizen.SubmitAsync("main form[method=post]");
    }

    private static async Task<string> ApplyAsync(Visitor citizen)
    {
        var page = citizen.Page;
        await citizen.SubmitAsync("main form[method=post]");
        for (var step = 0; step < 12 && !page.Url.EndsWith("/periksa", StringComparison.Ordinal); step++)
        {
            await FillStepAsync(page);
            await page.Locator("main button[name=simpan][value=lanjut]").ClickAsync();
        }

        Assert.EndsWith("/periksa", page.Url, StringComparison.Ordinal);
        await page.CheckAsync("[name=benar]");
        await citizen.SubmitAsync("main form[method=post]:has([name=benar])");
        var number = NumberPattern().Match(await page.InnerTextAsync("main")).Value;
        Assert.NotEmpty(number);
        return number;
    }

    /// <summary>Answers whatever this page asks; several questions may share one.</summary>
    private static async Task FillStepAsync(IPage page)
    {
        if (await page.Locator("main input[type=radio][name=fasilitas]").CountAsync() > 0) await page.Locator("main input[type=radio][name=fasilitas]").First.CheckAsync();
        foreach (var (name, value) in ((string, string)[])[("alamat_praktik.street", "Jl. Sudirman 1"), ("jadwal_praktik.0.from", "08.00"), ("jadwal_praktik.0.to", "12.00"), ("sip_ke", "1")])
        {
            var field = page.Locator($"main input[name='{name}']");
            if (await field.CountAsync() > 0) await field.First.FillAsync(value);
        }

        var day = page.Locator("main select[name='jadwal_praktik.0.day']");
        if (await day.CountAsync() > 0) await day.SelectOptionAsync("mon");
        var file = page.Locator("main input[type=file]");
        if (await file.CountAsync() > 0) await file.SetInputFilesAsync(new FilePayload { Name = "foto.png", MimeType = "image/png", Buffer = SampleFiles.Png(64, 64) });
    }

    private static Task ActAsync(Visitor officer, string action) => officer.Page.Locator($"form:has(input[name=_handler][value='{action}']) button[type=submit]").ClickAsync();

    private static async Task ReturnAsync(Visitor officer)
    {
        var form = officer.Page.Locator("form:has(input[name=_handler][value=return])");
        var summary = officer.Page.Locator("details:has(input[name=_handler][value=return]) > summary");
        if (await summary.CountAsync() > 0 && !await form.Locator("[name=reason]").IsVisibleAsync()) await summary.First.ClickAsync();
        await form.Locator("[name=fields][value=jadwal_praktik]").CheckAsync();
        await form.Locator("[name=reason]").FillAsync("Tulis jadwal praktik sampai jam selesai yang benar.");
        await form.Locator("button[type=submit]").ClickAsync();
    }

    private static async Task CorrectAsync(Visitor citizen, string number)
    {
        await citizen.GoAsync("bukittinggi", $"/permohonan/{number}");
        await citizen.Page.Locator("main input[name='jadwal_praktik.0.to']").FillAsync("14.00");
        await citizen.Page.Locator("form:has(input[name=_handler][value=perbaiki]) button.btn:not([name])").Last.ClickAsync();
        Assert.Equal(0, await citizen.Page.Locator("main input[name='jadwal_praktik.0.to']").CountAsync());
    }

    private static async Task<string> DownloadAsync(Visitor citizen, string number)
    {
        await citizen.GoAsync("bukittinggi", $"/permohonan/{number}");
        var href = await citizen.Page.Locator("main a[href$='/dokumen']").First.GetAttributeAsync("href");
        using var pdf = await citizen.FetchAsync(new Uri(new Uri(citizen.Page.Url), href));
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        var text = await PdfText.OfAsync(await pdf.Content.ReadAsByteArrayAsync());
        Assert.Contains(number, text, StringComparison.Ordinal);
        return CodePattern().Match(text.ReplaceLineEndings("")).Value;
    }

    private static async Task VerifyAsync(Visitor stranger, string code)
    {
        Assert.NotEmpty(code);
        var deadline = DateTime.UtcNow.AddSeconds(10);
        while (true)
        {
            await stranger.GoAsync("", $"/v/{code}");
            var text = await stranger.Page.InnerTextAsync("main");
            if (text.Contains("asli", StringComparison.OrdinalIgnoreCase)) return;
            Assert.True(DateTime.UtcNow < deadline, text);
        }
    }

    private async Task<int> IssuedAsync()
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{server.Port}/api/v1/rollout/summary");
        request.Headers.Host = $"pusat.mpp.localhost:{server.Port}";
        using var answer = await client.SendAsync(request);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("platform").GetProperty("issued").GetInt32();
    }

    private async Task WaitForIssuedAsync(int expected)
    {
        var deadline = DateTime.UtcNow.AddSeconds(10);
        while (await IssuedAsync() != expected) Assert.True(DateTime.UtcNow < deadline, "The ministry did not see the document within 10 seconds.");
    }

    [GeneratedRegex(@"1375-\d\d-\d{6}")]
    private static partial Regex NumberPattern();

    [GeneratedRegex("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}")]
    private static partial Regex CodePattern();
}
