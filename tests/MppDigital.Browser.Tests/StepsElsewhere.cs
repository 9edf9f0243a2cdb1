using System.Text.Json;
using System.Text.RegularExpressions;

namespace MppDigital.Browser.Tests;

/// <summary>The nurse of the story in a second regency: what was proven at home is not asked again, and she sees who used it.</summary>
internal static partial class StepsElsewhere
{
    public const string There = "padang";
    private const string Start = $"/layanan/{Steps.Service}/ajukan";

    /// <summary>Agrees on the first page and walks through what is still asked.</summary>
    /// <returns>The number of the application and of the consent receipt.</returns>
    public static async Task<(string Number, string Receipt)> ApplyAsync(Visitor citizen, string? pictures)
    {
        var page = citizen.Page;
        // Her vault hears of the document a moment after the office signed it.
        await UntilAsync("The vault offers nothing in the second regency.", async () =>
        {
            await citizen.GoAsync(There, Start);
            return await page.Locator("[name=pakai]").CountAsync() == 2;
        });
        Assert.Equal(0, await page.Locator("[name=pakai]:checked").CountAsync());
        await LookAsync(citizen, pictures, "pakai");
        await citizen.SubmitAsync("main form[method=post]");
        Assert.Equal(1, await page.Locator(".sum a[href='#pakai']").CountAsync());
        await page.CheckAsync("[name=pakai][value=ya]");
        await citizen.SubmitAsync("main form[method=post]");

        var receipt = ReceiptPattern().Match(page.Url).Value;
        Assert.NotEmpty(receipt);
        var said = await page.InnerTextAsync("main");
        foreach (var words in (string[])["Pas foto berwarna", "Kota Padang", "DPMPTSP Kota Bukittinggi", "SIP", "UU 27/2022"]) Assert.Contains(words, said, StringComparison.Ordinal);
        await LookAsync(citizen, pictures, "persetujuan");
        await page.ClickAsync("a[href$='lanjut=ya']");

        var asked = new List<string>();
        for (var step = 0; step < 6 && !page.Url.EndsWith("/periksa", StringComparison.Ordinal); step++)
        {
            asked.AddRange(await page.Locator("main form#langkah :is(input, select, textarea)[name]").EvaluateAllAsync<string[]>("all => all.map(e => e.name.split('.')[0]).filter(n => !n.startsWith('_'))"));
            await Steps.FillStepAsync(page);
            await citizen.SubmitAsync("main form#langkah");
        }

        // The new place and its hours; no photograph, no name, no registration.
        Assert.Equal(["alamat_praktik", "fasilitas", "jadwal_praktik", "sip_ke", "sip_lama"], asked.Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("brankas data Anda", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await LookAsync(citizen, pictures, "periksa-ulang");
        await page.CheckAsync("[name=benar]");
        await citizen.SubmitAsync("main form[method=post]:has([name=benar])");
        var number = NumberPattern().Match(await page.InnerTextAsync("main")).Value;
        Assert.NotEmpty(number);
        return (number, receipt);
    }

    /// <summary>An officer there opens the file, and she reads it on the national host.</summary>
    public static async Task IsToldAsync(Visitor citizen, string number)
    {
        await citizen.GoAsync("", "/signin?returnUrl=%2F");
        var log = new Uri(new Uri(citizen.Page.Url), "/api/v1/me/access-log");
        var told = "";
        await UntilAsync(() => $"Nobody told her that the officer looked: {told}", async () =>
        {
            using var answer = await citizen.FetchAsync(log);
            Assert.True(answer.IsSuccessStatusCode, $"{citizen.Page.Url}: {await answer.Content.ReadAsStringAsync()}");
            using var looks = JsonDocument.Parse(told = await answer.Content.ReadAsStringAsync());
            return looks.RootElement.GetProperty("items").EnumerateArray().Any(l =>
                l.GetProperty("regency").GetString() == "13.71" && l.GetProperty("application").GetString() == number && l.GetProperty("purpose").GetString() == "review" && l.GetProperty("agency").GetString() == "DPMPTSP");
        });
    }

    /// <summary>The next form asks again, and what went before is told.</summary>
    public static async Task RevokeAsync(Visitor citizen, string receipt, string number, string? pictures)
    {
        await UntilAsync("The receipt does not tell what was handed over.", async () =>
        {
            await citizen.GoAsync(There, $"/persetujuan/{receipt}");
            return (await citizen.Page.InnerTextAsync("main")).Contains(number, StringComparison.Ordinal);
        });
        await citizen.SubmitAsync("main form[method=post]");
        Assert.Contains("Dicabut", await citizen.Page.InnerTextAsync("main .card"), StringComparison.Ordinal);
        await LookAsync(citizen, pictures, "persetujuan-dicabut");
        await citizen.GoAsync(There, Start);
        Assert.Equal(2, await citizen.Page.Locator("[name=pakai]").CountAsync());
        Assert.Contains("Pas foto", await citizen.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    public static async Task<int> NotAskedAsync(Visitor citizen)
    {
        await citizen.GoAsync(There, "/");
        using var answer = await citizen.FetchAsync(new Uri(new Uri(citizen.Page.Url), "/api/v1/performance"));
        using var figures = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return figures.RootElement.GetProperty("notAsked").GetInt32();
    }

    private static async Task LookAsync(Visitor citizen, string? pictures, string name) =>
        Assert.Empty(await Visitor.FaultsAsync(citizen.Page, pictures is null ? null : Path.Combine(pictures, name), axe: false));

    private static Task UntilAsync(string otherwise, Func<Task<bool>> holds) => UntilAsync(() => otherwise, holds);

    private static async Task UntilAsync(Func<string> otherwise, Func<Task<bool>> holds)
    {
        var deadline = DateTime.UtcNow.AddSeconds(15);
        while (!await holds())
        {
            Assert.True(DateTime.UtcNow < deadline, otherwise());
            // Whoever asks without a breath is turned away by the limit of its address.
            await Task.Delay(500);
        }
    }

    [GeneratedRegex(@"1371-\d\d-\d{6}")]
    private static partial Regex NumberPattern();

    [GeneratedRegex("PSJ-[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex ReceiptPattern();
}
