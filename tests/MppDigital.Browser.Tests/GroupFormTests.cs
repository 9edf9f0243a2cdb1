using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MppDigital.Testing;

namespace MppDigital.Browser.Tests;

/// <summary>A form with a group that repeats and values worked out, on a phone without JavaScript: filled in, returned, and mended exactly where it was marked.</summary>
public sealed partial class GroupFormTests(MppServer server) : IClassFixture<MppServer>
{
    private const string Here = "bukittinggi";
    private const string Form = "/layanan/DPM-SKP-01/ajukan";

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("MPP_TEST_PICTURES");

    private readonly List<string> faults = [];

    [Fact]
    public async Task A_research_team_is_written_one_by_one_and_mended_when_it_comes_back()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Visitor.Chromium);
        await using var citizen = await Visitor.ArriveAsync(browser, server, script: false);
        // The same person at a second device, where axe-core can look.
        await using var looking = await Visitor.ArriveAsync(browser, server, script: true);
        await SignInAsync(citizen);
        await SignInAsync(looking);
        await citizen.SubmitAsync("main form[method=post]");

        await FillAsync(citizen.Page, ("lembaga", "Universitas Andalas"), ("judul", "Pasar Ateh dan pedagangnya"));
        await NextAsync(citizen.Page);
        await TellWhenAsync(citizen.Page);
        await TellTeamAsync(citizen.Page);
        await LookAsync(looking, $"{Form}/tim", "tim");
        await NextAsync(citizen.Page);
        for (var i = 0; i < 6 && await citizen.Page.Locator("main input[type=file]").CountAsync() > 0; i++)
        {
            await citizen.Page.Locator("main input[type=file]").SetInputFilesAsync(new FilePayload { Name = "berkas.png", MimeType = "image/png", Buffer = SampleFiles.Png(64, 64) });
            await NextAsync(citizen.Page);
        }

        var number = await ReviewAsync(citizen, looking);
        await ReturnAsync(browser, number);
        await MendAsync(citizen, looking, number);
        Assert.Empty(faults);
    }

    private static async Task TellWhenAsync(IPage page)
    {
        await FillAsync(page, ("mulai.d", "31"), ("mulai.m", "12"), ("mulai.y", "2026"), ("selesai.d", "1"), ("selesai.m", "12"), ("selesai.y", "2026"), ("lokasi.0", "13.75.01"));
        await NextAsync(page);
        Assert.Equal("#selesai", await page.Locator(".sum a").GetAttributeAsync("href"));
        await FillAsync(page, ("mulai.d", "1"), ("selesai.d", "31"));
        await NextAsync(page);
    }

    /// <summary>Three are added, one is taken away again, and nothing that was typed is lost on the way.</summary>
    private static async Task TellTeamAsync(IPage page)
    {
        await FillAsync(page, ("tim.0.nama", "Budi Pratama"));
        await page.Locator("main button[name=tambah][value=tim]").ClickAsync();
        await FillAsync(page, ("tim.1.nama", "Salah Tulis"));
        await page.Locator("main button[name=tambah][value=tim]").ClickAsync();
        await FillAsync(page, ("tim.2.nama", "Siti Anggraini"));
        await page.Locator("main button[name=hapus][value='tim.1']").ClickAsync();
        Assert.Equal(["Budi Pratama", "Siti Anggraini"], await ValuesAsync(page, "nama"));
        Assert.Contains("Jumlah anggota tim", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task<string> ReviewAsync(Visitor citizen, Visitor looking)
    {
        var page = citizen.Page;
        Assert.EndsWith("/periksa", page.Url, StringComparison.Ordinal);
        var text = await page.InnerTextAsync("main");
        Assert.All(["Budi Pratama", "Siti Anggraini", "Lama penelitian (hari)", "31", "dihitung dari jawaban Anda"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain("Salah Tulis", text, StringComparison.Ordinal);
        await LookAsync(looking, $"{Form}/periksa", "periksa");
        await page.CheckAsync("[name=benar]");
        await citizen.SubmitAsync("main form[method=post]:has([name=benar])");
        return NumberPattern().Match(await page.InnerTextAsync("main")).Value;
    }

    private async Task ReturnAsync(IBrowser browser, string number)
    {
        await using var officer = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await officer.SignInAsStaffAsync("petugas.dpmptsp.bukittinggi");
        await officer.GoAsync(Here, $"/petugas/permohonan/{number}");
        await Steps.ActAsync(officer, "claim");
        Assert.Contains("Siti Anggraini", await officer.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await officer.Page.Locator("details:has(input[name=_handler][value=return]) > summary").ClickAsync();
        var form = officer.Page.Locator("form:has(input[name=_handler][value=return])");
        // What is worked out cannot be sent back.
        Assert.Equal(0, await form.Locator("[name=fields][value=jumlah_tim]").CountAsync());
        await form.Locator("[name=fields][value=tim]").CheckAsync();
        await form.Locator("[name=reason]").FillAsync("Tulis nama lengkap anggota kedua.");
        await form.Locator("button[type=submit]").ClickAsync();
    }

    private async Task MendAsync(Visitor citizen, Visitor looking, string number)
    {
        var page = citizen.Page;
        await citizen.GoAsync(Here, $"/permohonan/{number}");
        await LookAsync(looking, $"/permohonan/{number}", "dikembalikan");
        // Open is what was marked, and nothing else.
        var open = await page.Locator("form:has(input[name=_handler][value=perbaiki]) :is(input, select, textarea):not([type=hidden])").EvaluateAllAsync<string[]>("all => all.map(one => one.name)");
        Assert.Equal(["tim.0.nama", "tim.0.nik", "tim.1.nama", "tim.1.nik"], open);
        Assert.Contains("Tulis nama lengkap anggota kedua.", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await FillAsync(page, ("tim.1.nama", ""), ("tim.1.nik", "12"));
        await SendAsync(page);
        Assert.Equal(["#tim-1-nama", "#tim-1-nik"], await page.Locator(".sum a").EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href'))"));
        await FillAsync(page, ("tim.1.nama", "Siti Anggraini Koto"), ("tim.1.nik", ""));
        await page.Locator("main button[name=tambah][value=tim]").ClickAsync();
        await FillAsync(page, ("tim.2.nama", "Rahmat Hidayat"));
        await SendAsync(page);

        Assert.Equal(0, await page.Locator("main input[name='tim.0.nama']").CountAsync());
        var text = await page.InnerTextAsync("main");
        Assert.All(["Budi Pratama", "Siti Anggraini Koto", "Rahmat Hidayat"], name => Assert.Contains(name, text, StringComparison.Ordinal));
    }

    private async Task SignInAsync(Visitor citizen)
    {
        await citizen.GoAsync(Here, Form);
        await FillAsync(citizen.Page, ("nik", server.NikOf(4)), ("password", server.Password));
        await citizen.SubmitAsync("main form[method=post]");
        Assert.EndsWith(Form, citizen.Page.Url, StringComparison.Ordinal);
    }

    private async Task LookAsync(Visitor looking, string path, string name)
    {
        await looking.GoAsync(Here, path);
        faults.AddRange(await Visitor.FaultsAsync(looking.Page, Pictures is null ? null : Path.Combine(Pictures, $"kelompok-{name}")));
    }

    private static async Task FillAsync(IPage page, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields) await page.Locator($"main input[name='{name}']").FillAsync(value);
    }

    private static Task<string[]> ValuesAsync(IPage page, string member) =>
        page.Locator($"main input[name^='tim.'][name$='.{member}']").EvaluateAllAsync<string[]>("all => all.map(one => one.value)");

    private static Task NextAsync(IPage page) => page.Locator("main button[name=simpan][value=lanjut]").ClickAsync();

    private static Task SendAsync(IPage page) => page.Locator("form:has(input[name=_handler][value=perbaiki]) button.btn:not([name])").Last.ClickAsync();

    [GeneratedRegex(@"1375-\d\d-\d{6}")]
    private static partial Regex NumberPattern();
}
