using System.Text.Json;
using Microsoft.Playwright;

namespace MppDigital.Browser.Tests;

/// <summary>The ministry releases a change of a service with its hands: first in one regency, where it is halted by itself, and back.</summary>
public sealed class CatalogReleaseTests(MppServer server) : IClassFixture<MppServer>
{
    private const string Service = "DPM-SIP-05";
    private const string Here = "bukittinggi";

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("MPP_TEST_PICTURES");

    private readonly List<string> faults = [];

    [Fact]
    public async Task A_release_goes_to_a_canary_is_halted_by_what_it_breaks_there_and_is_rolled_back()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Visitor.Chromium);
        await using var owner = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await PromiseAsync(browser, 1);
        await owner.SignInAsStaffAsync("katalog1.pusat", "pusat", "/katalog");
        await LookAsync(owner, "katalog");

        // A new version: no regency may promise less than three days.
        await owner.GoAsync("pusat", $"/katalog/{Service}/ubah");
        await owner.Page.FillAsync("[name=hari]", "lima");
        await owner.SubmitAsync("form:has(input[name=_handler][value=isi])");
        await LookAsync(owner, "katalog-ubah-salah");
        await owner.Page.FillAsync("[name=hari]", "5");
        await owner.Page.FillAsync("[name=hari_tercepat]", "3");
        await owner.SubmitAsync("form:has(input[name=_handler][value=isi])");
        Assert.Contains("Versi 2 tersimpan", await owner.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await LookAsync(owner, "katalog-layanan");

        await owner.SubmitAsync("form:has(input[name=_handler][value=rilis])");
        await WaitForAsync(owner, "Kota Bukittinggi");
        await LookAsync(owner, "rilis-diusulkan");
        await owner.Page.FillAsync("#regencies", Here);
        await owner.SubmitAsync("form:has(input[name=_handler][value=pilih])");
        Assert.Equal((2, 1), (await VersionAsync(Here), await VersionAsync("padang")));

        await WaitForAsync(owner, "Dihentikan otomatis");
        await LookAsync(owner, "rilis-dihentikan");
        Assert.Equal(0, await owner.Page.Locator("form:has(input[name=_handler][value=pilih])").CountAsync());
        await owner.GoAsync("pusat", "/katalog/kepatuhan");
        Assert.Contains("Kota Bukittinggi", await owner.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await LookAsync(owner, "kepatuhan");

        await owner.GoAsync("pusat", $"/katalog/{Service}");
        await owner.Page.Locator("main a[href^='/katalog/rilis/']").First.ClickAsync();
        await owner.Page.Locator("button[name=aksi][value=RollBack]").ClickAsync();
        Assert.Contains("kembali ke versi sebelumnya", await owner.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await LookAsync(owner, "rilis-dikembalikan");
        Assert.Equal((1, 1), (await VersionAsync(Here), await VersionAsync("padang")));
        Assert.Empty(faults);
    }

    /// <summary>The regency's admin promises so many days, as its own pages would.</summary>
    private async Task PromiseAsync(IBrowser browser, int days)
    {
        await using var admin = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await admin.SignInAsStaffAsync("admin.bukittinggi");
        var status = await admin.Page.EvaluateAsync<int>($$"""
            async () => {
              const token = (await (await fetch('/api/v1/csrf')).json()).token;
              const address = '/api/v1/admin/offerings/{{Service}}';
              const etag = (await fetch(address)).headers.get('ETag');
              const body = JSON.stringify({ active: true, workingDays: {{days}}, contact: '' });
              return (await fetch(address, { method: 'PUT', body, headers: { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': token, 'If-Match': etag } })).status;
            }
            """);
        Assert.Equal(200, status);
    }

    /// <summary>Jobs count and judge beside the requests; the page shows it when it is there.</summary>
    private static async Task WaitForAsync(Visitor owner, string text)
    {
        var deadline = DateTime.UtcNow.AddSeconds(90);
        while (!(await owner.Page.InnerTextAsync("main")).Contains(text, StringComparison.Ordinal))
        {
            Assert.True(DateTime.UtcNow < deadline, $"'{text}' never came:\n{await owner.Page.InnerTextAsync("main")}");
            await Task.Delay(TimeSpan.FromSeconds(1));
            await owner.Page.GotoAsync(owner.Page.Url);
        }
    }

    private async Task LookAsync(Visitor visitor, string name) =>
        faults.AddRange(await Visitor.FaultsAsync(visitor.Page, Pictures is null ? null : Path.Combine(Pictures, name)));

    private async Task<int> VersionAsync(string label)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{server.Port}/api/v1/services/{Service}");
        request.Headers.Host = $"{label}.mpp.localhost:{server.Port}";
        using var answer = await client.SendAsync(request);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("catalogVersion").GetInt32();
    }
}
