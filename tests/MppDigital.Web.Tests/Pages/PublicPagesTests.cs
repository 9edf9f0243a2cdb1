using System.Net;
using System.Text.RegularExpressions;

namespace MppDigital.Web.Tests.Pages;

public sealed partial class PublicPagesTests(WholeProgram program) : IClassFixture<WholeProgram>
{
    private const int FirstView = 15 * 1024;

    public static TheoryData<string> Addresses =>
    [
        $"{WholeProgram.Portal}/",
        $"{WholeProgram.Portal}/daerah",
        $"{WholeProgram.Portal}/daerah?q=bukit",
        $"{WholeProgram.Portal}/daerah?provinsi=13&layanan=DPM-SIP-04",
        $"{WholeProgram.Portal}/layanan",
        $"{WholeProgram.Portal}/layanan?q=ktp+hilang",
        $"{WholeProgram.Portal}/peristiwa/birth",
        $"{WholeProgram.Portal}/daerah?peristiwa=birth",
        $"{WholeProgram.Portal}/v",
        $"{WholeProgram.Bukittinggi}/",
        $"{WholeProgram.Bukittinggi}/layanan",
        $"{WholeProgram.Bukittinggi}/layanan?peristiwa=practice",
        $"{WholeProgram.Bukittinggi}/peristiwa/birth",
        $"{WholeProgram.Bukittinggi}/peristiwa/moving",
        $"{WholeProgram.Bukittinggi}/layanan/DPM-SIP-04",
        $"{WholeProgram.Bukittinggi}/layanan/DKC-KTP-01",
        $"{WholeProgram.Bukittinggi}/layanan/POL-SKCK-01",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Shows_a_whole_page_without_inline_script_or_style(string address)
    {
        var answer = await program.GetAsync(address);
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<html lang=\"id\">", html, StringComparison.Ordinal);
        Assert.Single(Heading().Matches(html));
        Assert.Matches("<title>[^<]+</title>", html);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        // Data for machines is not run by any browser; the one file that is keeps pages for when there is no signal, and adds nothing to them.
        Assert.DoesNotContain("<script", KeepsPages().Replace(html, "", 1).Replace("<script type=\"application/ld+json\">", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("method=\"post\"", html, StringComparison.OrdinalIgnoreCase);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("POL-SKCK-01", " <a href=\"https://skck.polri.go.id\"", true)]
    [InlineData("DPM-PBG-01", " <a href=\"https://simbg.pu.go.id\"", true)]
    [InlineData("POL-SIM-01", "<b>Satpas Polres", false)]
    [InlineData("DPM-SIP-04", "", true)]
    public async Task Says_where_a_service_is_done_that_is_not_done_here(string service, string where, bool canBeFiled)
    {
        var html = await (await program.GetAsync($"{WholeProgram.Bukittinggi}/layanan/{service}")).Content.ReadAsStringAsync();

        Assert.Contains(where, html, StringComparison.Ordinal);
        Assert.Equal(canBeFiled, html.Contains($"/layanan/{service}/ajukan", StringComparison.Ordinal));
        Assert.Equal(where.Contains("href", StringComparison.Ordinal), html.Contains("rel=\"external", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Stays_light_enough_for_a_slow_network(string address)
    {
        var page = await program.GetAsync(address, encoding: "gzip");
        var total = (await page.Content.ReadAsByteArrayAsync()).Length;
        var html = await (await program.GetAsync(address)).Content.ReadAsStringAsync();
        var sheets = Stylesheet().Matches(html).Select(m => m.Groups[1].Value).ToList();
        foreach (var sheet in sheets)
            total += (await (await program.GetAsync(new Uri(new Uri(address), sheet).ToString(), encoding: "gzip")).Content.ReadAsByteArrayAsync()).Length;

        Assert.Equal(["gzip"], page.Content.Headers.ContentEncoding);
        Assert.Equal(2, sheets.Count);
        Assert.True(total <= FirstView, $"{address}: {total} bytes");
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Speaks_English_only_to_whoever_asked_for_it(string address)
    {
        var html = await (await program.GetAsync(address, "lang=en")).Content.ReadAsStringAsync();

        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.Contains("Skip to content", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Cara memastikan", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/layanan?q=ktp", "/layanan?q=ktp")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("https://elsewhere.example/", "/")]
    public async Task Changes_the_language_and_stays_here(string back, string target)
    {
        var answer = await program.GetAsync($"{WholeProgram.Bukittinggi}/bahasa?ke=en&kembali={Uri.EscapeDataString(back)}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(target, answer.Headers.Location?.OriginalString);
        Assert.StartsWith("lang=en;", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"{WholeProgram.Portal}/tidak-ada", "Halaman ini tidak ada")]
    [InlineData($"{WholeProgram.Bukittinggi}/tidak-ada", "Halaman ini tidak ada")]
    [InlineData($"{WholeProgram.Bukittinggi}/layanan/TIDAK-ADA", "Layanan ini tidak ada")]
    [InlineData($"{WholeProgram.Portal}/v/0000-0000-0000-0000", "Kode ini tidak ditemukan")]
    [InlineData($"{WholeProgram.Portal}/v/apa%20saja", "Kode ini tidak ditemukan")]
    public async Task Says_what_to_do_at_a_wrong_address(string address, string heading)
    {
        var answer = await program.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(heading, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_from_an_unknown_host_to_its_neighbours_and_nowhere_else()
    {
        var answer = await program.GetAsync("http://bukitingi.evil.example/layanan");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Kota Bukittinggi", html, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dresses_each_regency_in_its_own_accent()
    {
        var sheets = new List<string>();
        foreach (var host in new[] { WholeProgram.Bukittinggi, "http://padang.mpp.localhost:5080", WholeProgram.Portal })
        {
            var html = await (await program.GetAsync($"{host}/")).Content.ReadAsStringAsync();
            var sheet = Stylesheet().Matches(html).Select(m => m.Groups[1].Value).Single(s => s.StartsWith("/accent-", StringComparison.Ordinal));
            var answer = await program.GetAsync(host + sheet);
            Assert.Equal("text/css", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl?.MaxAge);
            sheets.Add(sheet);
        }

        Assert.Equal(3, sheets.Distinct().Count());
    }

    [Fact]
    public async Task Promises_the_legal_day_and_admits_what_it_does_not_know()
    {
        var html = WebUtility.HtmlDecode(await (await program.GetAsync($"{WholeProgram.Bukittinggi}/layanan/DPM-SIP-04")).Content.ReadAsStringAsync());

        Assert.Contains("class=\"days\"", html, StringComparison.Ordinal);
        Assert.Contains("terbit otomatis", html, StringComparison.Ordinal);
        Assert.Contains("belum ada catatan", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/layanan/DPM-SIP-04/ajukan\"", html, StringComparison.Ordinal);
        Assert.Equal(14, Detail().Count(html));
        Assert.True(html.IndexOf("Pas foto berwarna", StringComparison.Ordinal) < html.IndexOf("KTP-el pemohon", StringComparison.Ordinal), "What the citizen brings comes first.");
    }

    [GeneratedRegex("<script type=\"module\" src=\"/pasang-[0-9a-f]+\\.js\"></script>")]
    private static partial Regex KeepsPages();

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Heading();

    [GeneratedRegex("<details>")]
    private static partial Regex Detail();

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex Stylesheet();
}
