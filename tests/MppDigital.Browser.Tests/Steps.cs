using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MppDigital.Platform.Identification;
using MppDigital.Testing;

namespace MppDigital.Browser.Tests;

/// <summary>What the people of the story do with their hands. <c>look</c> is called at each page on the way, before it is left.</summary>
internal static partial class Steps
{
    public const string Service = "DPM-SIP-04";
    public const string Password = "kopi tubruk di Jam Gadang";

    /// <param name="nik">A nurse whom the registers know and the demo does not.</param>
    public static async Task RegisterAsync(Visitor citizen, string nik, Func<string, Task>? look = null)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var nurse = SyntheticPeople.Find(nik, today) ?? throw new InvalidOperationException("The simulators know nobody by this NIK.");
        await citizen.GoAsync("login", "/daftar");
        await LookAsync(look, "daftar");
        if (look is not null)
        {
            await citizen.SubmitAsync("main form[method=post]");
            await LookAsync(look, "daftar-salah");
        }

        foreach (var (field, value) in ((string, string)[])
            [("nik", nurse.Nik), ("name", nurse.Name), ("birthDay", Number(nurse.BirthDate.Day)), ("birthMonth", Number(nurse.BirthDate.Month)), ("birthYear", Number(nurse.BirthDate.Year)), ("motherName", nurse.MotherName), ("phone", "081234567890"), ("email", "perawat@warga.example"), ("password", Password)])
            await citizen.Page.FillAsync($"[name={field}]", value);
        await citizen.SubmitAsync("main form[method=post]");
        await LookAsync(look, "daftar-kode");
        await citizen.Page.FillAsync("[name=phoneCode]", citizen.CodeTo("+6281234567890"));
        await citizen.Page.FillAsync("[name=emailCode]", citizen.CodeTo("perawat@warga.example"));
        await citizen.Page.Locator("form:has([name=phoneCode]) button").ClickAsync();
        await LookAsync(look, "login-masuk");

        await citizen.GoAsync("bukittinggi", $"/layanan/{Service}");
        await citizen.Page.ClickAsync("a[href$='/ajukan']");
        if (await citizen.Page.Locator("[name=nik]").CountAsync() == 0) return;
        await citizen.Page.FillAsync("[name=nik]", nurse.Nik);
        await citizen.Page.FillAsync("[name=password]", Password);
        await citizen.SubmitAsync("main form[method=post]");
    }

    /// <summary>From the first page of the form to the receipt.</summary>
    public static async Task<string> ApplyAsync(Visitor citizen, Func<string, Task>? look = null)
    {
        var page = citizen.Page;
        await LookAsync(look, "ajukan-mulai");
        await citizen.SubmitAsync("main form[method=post]");
        for (var step = 1; step < 12 && !page.Url.EndsWith("/periksa", StringComparison.Ordinal); step++)
        {
            await LookAsync(look, $"ajukan-{step}");
            if (look is not null)
            {
                await page.Locator("main button[name=simpan][value=lanjut]").ClickAsync();
                await LookAsync(look, $"ajukan-{step}-salah");
            }

            if (page.Url.EndsWith("/periksa", StringComparison.Ordinal)) break;
            await FillStepAsync(page);
            await page.Locator("main button[name=simpan][value=lanjut]").ClickAsync();
        }

        Assert.EndsWith("/periksa", page.Url, StringComparison.Ordinal);
        await LookAsync(look, "ajukan-periksa");
        if (look is not null)
        {
            await citizen.SubmitAsync("main form[method=post]:has([name=benar])");
            await LookAsync(look, "ajukan-periksa-salah");
        }

        await page.CheckAsync("[name=benar]");
        await citizen.SubmitAsync("main form[method=post]:has([name=benar])");
        await LookAsync(look, "tanda-terima");
        var number = NumberPattern().Match(await page.InnerTextAsync("main")).Value;
        Assert.NotEmpty(number);
        return number;
    }

    public static Task ActAsync(Visitor officer, string action) => officer.Page.Locator($"form:has(input[name=_handler][value='{action}']) button[type=submit]").ClickAsync();

    public static async Task ReturnAsync(Visitor officer, Func<string, Task>? look = null)
    {
        var form = await OpenAsync(officer, "return");
        await form.Locator("[name=fields][value=jadwal_praktik]").CheckAsync();
        if (look is not null)
        {
            await form.Locator("button[type=submit]").ClickAsync();
            await LookAsync(look, "tinjau-kembalikan-salah");
        }

        await form.Locator("[name=reason]").FillAsync("Tulis jadwal praktik sampai jam selesai yang benar.");
        await form.Locator("button[type=submit]").ClickAsync();
    }

    public static async Task RefuseAsync(Visitor head)
    {
        var form = await OpenAsync(head, "refuse");
        await form.Locator("[name=reason]").FillAsync("STR tidak berlaku di tempat praktik ini.");
        await form.Locator("button[type=submit]").ClickAsync();
    }

    public static async Task CorrectAsync(Visitor citizen, string number, Func<string, Task>? look = null)
    {
        await citizen.GoAsync("bukittinggi", $"/permohonan/{number}");
        await LookAsync(look, "permohonan-dikembalikan");
        var send = citizen.Page.Locator("form:has(input[name=_handler][value=perbaiki]) button.btn:not([name])").Last;
        if (look is not null)
        {
            await citizen.Page.Locator("main input[name='jadwal_praktik.0.to']").FillAsync("99.99");
            await send.ClickAsync();
            await LookAsync(look, "permohonan-dikembalikan-salah");
        }

        await citizen.Page.Locator("main input[name='jadwal_praktik.0.to']").FillAsync("14.00");
        await send.ClickAsync();
        Assert.Equal(0, await citizen.Page.Locator("main input[name='jadwal_praktik.0.to']").CountAsync());
    }

    /// <summary>Answers whatever this page asks; several questions may share one.</summary>
    public static async Task FillStepAsync(IPage page)
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

    private static async Task<ILocator> OpenAsync(Visitor officer, string action)
    {
        var form = officer.Page.Locator($"form:has(input[name=_handler][value={action}])");
        var summary = officer.Page.Locator($"details:has(input[name=_handler][value={action}]) > summary");
        if (await summary.CountAsync() > 0 && !await form.Locator("[name=reason]").IsVisibleAsync()) await summary.First.ClickAsync();
        return form;
    }

    private static Task LookAsync(Func<string, Task>? look, string page) => look?.Invoke(page) ?? Task.CompletedTask;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"1375-\d\d-\d{6}")]
    private static partial Regex NumberPattern();
}
