using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MppDigital.Browser.Tests;

/// <summary>The main job from end to end, in a real browser, as the people in it would do it.</summary>
public sealed partial class StoryTests(MppServer server) : IClassFixture<MppServer>
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("MPP_TEST_PICTURES");

    [Fact]
    public async Task A_nurse_applies_without_script_and_anyone_can_verify_what_she_holds()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Visitor.Chromium);
        var issuedBefore = await IssuedAsync();

        await using var citizen = await Visitor.ArriveAsync(browser, server, script: false);
        await Steps.RegisterAsync(citizen, "1375014505939991");
        var number = await Steps.ApplyAsync(citizen);

        await using var officer = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await officer.SignInAsStaffAsync("petugas.dpmptsp.bukittinggi");
        await officer.GoAsync("bukittinggi", $"/petugas/permohonan/{number}");
        await Steps.ActAsync(officer, "claim");
        await Steps.ReturnAsync(officer);

        await Steps.CorrectAsync(citizen, number);

        await officer.GoAsync("bukittinggi", $"/petugas/permohonan/{number}");
        await Steps.ActAsync(officer, "verify");
        await using var health = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await health.SignInAsStaffAsync("petugas.dinkes.bukittinggi");
        await health.GoAsync("bukittinggi", $"/petugas/permohonan/{number}");
        await Steps.ActAsync(health, "recommend");
        await using var head = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await head.SignInAsStaffAsync("kepala.bukittinggi");
        await head.GoAsync("bukittinggi", $"/petugas/permohonan/{number}");
        await Steps.ActAsync(head, "approve");

        var code = await DownloadAsync(citizen, number);
        await ReadAsync(citizen, number);
        await using var stranger = await Visitor.ArriveAsync(browser, server, script: false);
        await VerifyAsync(stranger, code);
        await StepsSurvey.AnswerAsync(citizen, stranger, number, Pictures);
        await WaitForIssuedAsync(issuedBefore + 1);
        await UseElsewhereAsync(browser, citizen);
    }

    /// <summary>What she has proven here she need not prove in the next regency, if she agrees; she sees who looked, and can end it.</summary>
    private async Task UseElsewhereAsync(IBrowser browser, Visitor citizen)
    {
        var before = await StepsElsewhere.NotAskedAsync(citizen);
        var (number, receipt) = await StepsElsewhere.ApplyAsync(citizen, Pictures);
        // NIK, name, address, registration and profession from registers, the photograph from her vault.
        Assert.Equal(before + 6, await StepsElsewhere.NotAskedAsync(citizen));

        await using var officer = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await officer.SignInAsStaffAsync("petugas.dpmptsp.padang", StepsElsewhere.There);
        await officer.GoAsync(StepsElsewhere.There, $"/petugas/permohonan/{number}");
        Assert.Contains(number, await officer.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await StepsElsewhere.IsToldAsync(citizen, number);
        await StepsElsewhere.RevokeAsync(citizen, receipt, number, Pictures);
    }

    [Theory]
    [InlineData("", "/")]
    [InlineData("", "/layanan?q=izin")]
    [InlineData("", "/v")]
    [InlineData("bukittinggi", "/")]
    [InlineData("bukittinggi", "/layanan")]
    [InlineData("bukittinggi", "/layanan/DPM-SIP-04")]
    [InlineData("bukittinggi", "/layanan/POL-SKCK-01")]
    [InlineData("bukittinggi", "/lacak")]
    [InlineData("bukittinggi", "/survei")]
    [InlineData("bukittinggi", "/kinerja")]
    [InlineData("bukittinggi", "/kinerja/skm")]
    [InlineData("login", "/daftar")]
    [InlineData("pusat", "/")]
    public async Task A_public_page_has_no_fault_that_axe_finds(string label, string path)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Visitor.Chromium);
        await using var visitor = await Visitor.ArriveAsync(browser, server, script: true);

        await visitor.GoAsync(label, path);

        Assert.Empty(await Visitor.FaultsAsync(visitor.Page, Pictures is null ? null : Path.Combine(Pictures, $"umum-{label}{path.Split('?')[0].Replace('/', '-')}")));
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

    /// <summary>The same document as a page, on the phone and on a desk.</summary>
    private static async Task ReadAsync(Visitor citizen, string number)
    {
        await citizen.GoAsync("bukittinggi", $"/permohonan/{number}/dokumen/baca");
        var text = await citizen.Page.InnerTextAsync("main article");
        Assert.Contains("berwenang menjalankan praktik", text, StringComparison.Ordinal);
        Assert.Contains("Ketentuan", text, StringComparison.Ordinal);
        Assert.Empty(await Visitor.FaultsAsync(citizen.Page, Pictures is null ? null : Path.Combine(Pictures, "dokumen"), axe: false));
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

    [GeneratedRegex("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}")]
    private static partial Regex CodePattern();
}
