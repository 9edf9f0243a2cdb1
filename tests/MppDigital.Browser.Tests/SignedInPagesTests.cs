using Microsoft.Playwright;

namespace MppDigital.Browser.Tests;

/// <summary>The pages behind the sign-in, each in the states that the story brings it to, in both languages: none may shut anybody out.</summary>
public sealed class SignedInPagesTests(MppServer server) : IClassFixture<MppServer>
{
    private const string Here = "bukittinggi";

    /// <summary>Where pictures of all pages are kept for whoever wants to look at them; usually unset.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("MPP_TEST_PICTURES");

    private static readonly (string Path, string Page)[] AdminPages =
    [
        ("/admin/petugas", "admin-petugas"), ("/admin/petugas/undang", "admin-undang"), ("/admin/layanan", "admin-layanan"), ("/admin/layanan/DPM-RKL-01", "admin-reklame"),
        ("/admin/keuangan", "admin-keuangan"), ("/admin/keuangan/penyedia", "admin-penyedia"),
        ("/admin/pesan", "admin-pesan"), ("/admin/pesan/Returned", "admin-kata"), ("/admin/webhook", "admin-webhook"),
    ];

    private readonly List<string> faults = [];
    private int pages;

    [Theory]
    [InlineData("id", "1375014505939992", "analis.pusat")]
    [InlineData("en", "1375014505939993", "katalog1.pusat")]
    public async Task No_page_of_the_story_shuts_anybody_out(string language, string nik, string analyst)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Visitor.Chromium);
        await using var citizen = await Visitor.ArriveAsync(browser, server, script: true);
        await using var officer = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await using var health = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await using var head = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await using var ministry = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        foreach (var visitor in (Visitor[])[citizen, officer, health, head, ministry]) await visitor.SpeakAsync(language, "login", Here, "pusat", "");
        var (byCitizen, byOfficer, byHead) = (LookAt(citizen, language), LookAt(officer, language), LookAt(head, language));

        await VisitAsync(citizen, byCitizen, "", "/lacak", "portal-lacak");
        await citizen.Page.FillAsync("[name=nomor]", "1375-26-000428");
        await citizen.SubmitAsync("main form[method=post]");
        await byCitizen("lacak");
        await ErrorsOfSignInAsync(citizen, byCitizen);
        await Steps.RegisterAsync(citizen, nik, byCitizen);
        var granted = await Steps.ApplyAsync(citizen, byCitizen);
        await VisitAsync(citizen, byCitizen, Here, $"/permohonan/{granted}", "permohonan-terkirim");
        var withdrawn = await ApplyAgainAsync(citizen);
        await VisitAsync(citizen, byCitizen, Here, $"/permohonan/{withdrawn}/tarik", "tarik");
        await citizen.SubmitAsync("main form[method=post]");
        await byCitizen("permohonan-ditarik");
        var refused = await ApplyAgainAsync(citizen);
        await VisitAsync(citizen, byCitizen, Here, "/permohonan", "permohonan-saya");
        await VisitAsync(citizen, byCitizen, Here, "/akun", "akun-daerah");

        await officer.SignInAsStaffAsync("petugas.dpmptsp.bukittinggi", look: byOfficer);
        await byOfficer("petugas");
        await VisitAsync(officer, byOfficer, Here, $"/petugas/permohonan/{granted}", "tinjau-baru");
        await Steps.ActAsync(officer, "claim");
        await byOfficer("tinjau-diambil");
        await Steps.ReturnAsync(officer, byOfficer);
        await byOfficer("tinjau-dikembalikan");
        await Steps.CorrectAsync(citizen, granted, byCitizen);
        await byCitizen("permohonan-diperbaiki");

        await health.SignInAsStaffAsync("petugas.dinkes.bukittinggi");
        await head.SignInAsStaffAsync("kepala.bukittinggi", look: byHead);
        foreach (var number in (string[])[granted, refused])
        {
            await officer.GoAsync(Here, $"/petugas/permohonan/{number}");
            if (number == refused) await Steps.ActAsync(officer, "claim");
            await Steps.ActAsync(officer, "verify");
            await health.GoAsync(Here, $"/petugas/permohonan/{number}");
            await Steps.ActAsync(health, "recommend");
        }

        await VisitAsync(citizen, byCitizen, Here, $"/permohonan/{granted}", "permohonan-diperiksa");
        await VisitAsync(head, byHead, Here, "/petugas", "petugas-kepala");
        await VisitAsync(head, byHead, Here, $"/petugas/permohonan/{refused}", "tinjau-kepala");
        await Steps.RefuseAsync(head);
        await byHead("tinjau-ditolak");
        await head.GoAsync(Here, $"/petugas/permohonan/{granted}");
        await Steps.ActAsync(head, "approve");
        await byHead("tinjau-disetujui");
        await VisitAsync(head, byHead, Here, $"/petugas/permohonan/{granted}/dokumen", "dokumen-petugas");
        await VisitAsync(citizen, byCitizen, Here, $"/permohonan/{granted}", "permohonan-disetujui");
        await VisitAsync(citizen, byCitizen, Here, $"/permohonan/{refused}", "permohonan-ditolak");

        await using var admin = await Visitor.ArriveAsync(browser, server, script: true, width: 1280);
        await admin.SpeakAsync(language, "login", Here);
        await admin.SignInAsStaffAsync("admin.bukittinggi");
        foreach (var (path, page) in AdminPages) await VisitAsync(admin, LookAt(admin, language), Here, path, page);

        await VisitAsync(citizen, byCitizen, Here, "/petugas", "bukan-petugas");
        await VisitAsync(citizen, byCitizen, Here, "/permohonan/1375-26-999999", "permohonan-tidak-ada");
        await VisitAsync(citizen, byCitizen, "login", "/keluar", "keluar");
        await ministry.SignInAsStaffAsync(analyst, "pusat", "/signin?returnUrl=%2F");
        await VisitAsync(ministry, LookAt(ministry, language), "pusat", "/", "pusat");
        await VisitAsync(ministry, LookAt(ministry, language), "pusat", "/daerah", "pusat-daerah");
        await VisitAsync(ministry, LookAt(ministry, language), "pusat", "/daerah/13.75", "pusat-bukittinggi");

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(pages >= 30, $"Only {pages} pages were seen.");
    }

    private Func<string, Task> LookAt(Visitor visitor, string language) => async page =>
    {
        pages++;
        var found = await Visitor.FaultsAsync(visitor.Page, Pictures is null ? null : Path.Combine(Pictures, $"{language}-{page}"), axe: language == "id");
        faults.AddRange(found.Select(fault => $"{page}: {fault}"));
        if (await visitor.Page.GetAttributeAsync("html", "lang") != language) faults.Add($"{page} is not in the language that was asked for ({language}): {visitor.Page.Url}");
    };

    private static async Task VisitAsync(Visitor visitor, Func<string, Task> look, string label, string path, string page)
    {
        await visitor.GoAsync(label, path);
        await look(page);
    }

    private static async Task ErrorsOfSignInAsync(Visitor citizen, Func<string, Task> look)
    {
        await VisitAsync(citizen, look, Here, "/permohonan", "masuk");
        await citizen.Page.FillAsync("[name=nik]", "1375014505930001");
        await citizen.Page.FillAsync("[name=password]", "bukan kata sandi");
        await citizen.SubmitAsync("main form[method=post]");
        await look("masuk-salah");
    }

    private static async Task<string> ApplyAgainAsync(Visitor citizen)
    {
        await citizen.GoAsync(Here, $"/layanan/{Steps.Service}/ajukan");
        return await Steps.ApplyAsync(citizen);
    }
}
