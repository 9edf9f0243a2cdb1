using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MppDigital.Testing;

namespace MppDigital.Browser.Tests;

/// <summary>A birth, reported by a mother on a phone of 360 pixels without JavaScript: from the home page to three applications that she follows; once more with script, for axe-core.</summary>
public sealed partial class LifeEventTests(MppServer server) : IClassFixture<MppServer>
{
    private const string Here = "bukittinggi";

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("MPP_TEST_PICTURES");

    private readonly List<string> faults = [];
    private bool axe;

    [Theory]
    [InlineData("id", "1375014505939994", false)]
    [InlineData("en", "1375014505939995", true)] // axe-core needs the script that she does without.
    public async Task One_form_makes_three_applications_that_she_follows(string language, string nik, bool script)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Visitor.Chromium);
        await using var mother = await Visitor.ArriveAsync(browser, server, script);
        await mother.SpeakAsync(language, "", "login", Here);
        await Steps.RegisterAsync(mother, nik);
        axe = script;

        await mother.GoAsync("", "/");
        await mother.Page.ClickAsync("main a[href='/peristiwa/birth']");
        await LookAsync(mother, language, "portal-paket");
        await mother.GoAsync(Here, "/");
        await mother.Page.ClickAsync("main a[href='/peristiwa/birth']");
        await LookAsync(mother, language, "paket");
        await mother.Page.ClickAsync("main a[href$='/ajukan']");
        await SignInAsync(mother, nik);

        var (numbers, secret, asked) = await ApplyAsync(mother, language);
        Assert.Equal(asked.Count, asked.Distinct().Count());
        Assert.Equal(4, numbers.Count);
        await mother.Page.ClickAsync("main a.btn[href$='/paket']");
        await LookAsync(mother, language, "paket-saya");
        Assert.Equal(3, await mother.Page.Locator("main ul.list > li").CountAsync());
        await mother.GoAsync(Here, "/permohonan");
        await LookAsync(mother, language, "permohonan-saya");
        await mother.GoAsync(Here, $"/permohonan/{numbers[0]}");
        Assert.EndsWith("/paket", mother.Page.Url, StringComparison.Ordinal);
        await mother.GoAsync(Here, $"/permohonan/{numbers[3]}");
        await LookAsync(mother, language, "satu-dari-paket");

        await using var stranger = await Visitor.ArriveAsync(browser, server, script);
        await stranger.SpeakAsync(language, Here);
        await TrackAsync(stranger, numbers[0], secret, language);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private async Task<(List<string> Numbers, string Secret, List<string> Asked)> ApplyAsync(Visitor mother, string language)
    {
        var page = mother.Page;
        var asked = new List<string>();
        await LookAsync(mother, language, "mulai");
        await mother.SubmitAsync("main form[method=post]");
        for (var step = 1; step < 15 && !page.Url.EndsWith("/periksa", StringComparison.Ordinal); step++)
        {
            asked.AddRange(await QuestionsAsync(page));
            await page.Locator("main button[name=simpan][value=lanjut]").ClickAsync();
            await LookAsync(mother, language, $"langkah-{step}");
            await FillAsync(page);
            await page.Locator("main button[name=simpan][value=lanjut]").ClickAsync();
        }

        Assert.EndsWith("/periksa", page.Url, StringComparison.Ordinal);
        await LookAsync(mother, language, "periksa");
        await page.CheckAsync("[name=benar]");
        await mother.SubmitAsync("main form[method=post]:has([name=benar])");
        await LookAsync(mother, language, "tanda-terima");
        var text = await page.InnerTextAsync("main");
        return ([.. NumberPattern().Matches(text).Select(m => m.Value).Distinct()], SecretPattern().Match(text).Value, asked);
    }

    /// <summary>Names of what this page asks; parts of one answer count once.</summary>
    private static async Task<IEnumerable<string>> QuestionsAsync(IPage page)
    {
        var names = await page.Locator("#langkah [name]:not([type=hidden]):not(button)").EvaluateAllAsync<string[]>("all => all.map(e => e.name)");
        return names.Select(n => n == "berkas" ? $"berkas {page.Url}" : n.Split('.')[0]).Distinct();
    }

    private static async Task FillAsync(IPage page)
    {
        foreach (var (name, value) in ((string, string)[])
            [("nama_anak", "Aisyah Rahmadani"), ("tgl_lahir_anak.d", "5"), ("tgl_lahir_anak.m", "10"), ("tgl_lahir_anak.y", "2026"), ("jam_lahir", "04.35"), ("tempat_lahir_anak", "RSUD Bukittinggi"),
                ("anak_ke", "3"), ("saksi.0.nama", "Budi Pratama"), ("saksi.0.nik", "1375010101909991"), ("saksi.1.nama", "Lina Marlina"), ("saksi.1.nik", "1375014101909992")])
        {
            var field = page.Locator($"main input[name='{name}']");
            if (await field.CountAsync() > 0) await field.First.FillAsync(value);
        }

        foreach (var name in (string[])["perlu_kia", "jk_anak", "nik_ayah", "nik_ibu"])
        {
            var choice = page.Locator($"main input[type=radio][name='{name}']");
            if (await choice.CountAsync() > 0) await choice.First.CheckAsync();
        }

        var file = page.Locator("main input[type=file]");
        if (await file.CountAsync() > 0) await file.SetInputFilesAsync(new FilePayload { Name = "surat.png", MimeType = "image/png", Buffer = SampleFiles.Png(64, 64) });
    }

    private static async Task SignInAsync(Visitor mother, string nik)
    {
        if (await mother.Page.Locator("[name=nik]").CountAsync() == 0) return;
        await mother.Page.FillAsync("[name=nik]", nik);
        await mother.Page.FillAsync("[name=password]", Steps.Password);
        await mother.SubmitAsync("main form[method=post]");
    }

    private async Task TrackAsync(Visitor stranger, string number, string secret, string language)
    {
        await stranger.GoAsync(Here, "/lacak");
        await stranger.Page.FillAsync("[name=nomor]", number);
        await stranger.Page.FillAsync("[name=kode]", secret);
        await stranger.SubmitAsync("main form[method=post]");
        Assert.Equal(3, await stranger.Page.Locator("main ul.list > li").CountAsync());
        await LookAsync(stranger, language, "lacak-paket");
    }

    private async Task LookAsync(Visitor visitor, string language, string name)
    {
        faults.AddRange(await Visitor.FaultsAsync(visitor.Page, Pictures is null ? null : Path.Combine(Pictures, $"{language}-paket-{name}"), axe));
        await visitor.Page.SetViewportSizeAsync(360, 800);
    }

    [GeneratedRegex(@"1375-\d\d-\d{6}")]
    private static partial Regex NumberPattern();

    [GeneratedRegex("[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4}")]
    private static partial Regex SecretPattern();
}
