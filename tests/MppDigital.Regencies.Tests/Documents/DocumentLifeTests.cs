using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.National.Verification;
using MppDigital.Platform.Events;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Documents.Signing;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Testing;
using MppDigital.Testing.Databases;
using MppDigital.Testing.Readers;

namespace MppDigital.Regencies.Tests.Documents;

/// <summary>What happens to a document after it was issued: taken back, issued anew, about to end.</summary>
public sealed class DocumentLifeTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private const string Reason = "STR dicabut oleh konsil pada 1 November 2026.";
    private const string Message = "renewal-reminder";

    private static readonly StaffMember Officer = new("officer-1", "Dedi Saputra Koto", [new OfficerSeat(OfficerRole.Officer, "DPMPTSP")]) { HasFreshFactor = true };
    private static readonly StaffMember Head = new("head-1", "Rina Marlina", [new OfficerSeat(OfficerRole.Head, "DPMPTSP")]) { HasFreshFactor = true };

    [ReadersFact]
    public async Task What_the_law_granted_is_annulled_for_everybody_for_a_named_defect_with_its_reason_for_the_holder()
    {
        var (citizen, number) = await IssuedAsync(0);
        var code = await CodeAsync(number);
        Assert.Equal(DocumentVerdict.Genuine, (await CheckAsync(code)).Verdict);
        var sheet = await regencies.GetAsync<ReadDocumentSheet, DocumentSheet>(TwoRegencies.Bukittinggi, new ReadDocumentSheet(citizen.Sub, number));
        Assert.Equal((citizen.Name, null, SeedData.Service("DPM-SIP-04").ProcessingTime.DeemedApproval!.Basis), (sheet.Holder, sheet.Signer, sheet.Article));
        // The page and the paper say the same, and both what the template says.
        Assert.Equal(4, sheet.Conditions.Count);
        var paper = await PaperAsync(citizen, number);
        Assert.All([sheet.Title, sheet.Opening, .. sheet.Decision, .. sheet.Conditions, .. sheet.Rows.SelectMany(r => (string[])[r.Label, r.Value])], text => Assert.Contains(text, paper, StringComparison.Ordinal));
        // No officer signed it: the platform's seal is in the file, and anybody is told so.
        var sealedFile = await SignaturesAsync(citizen, number);
        Assert.Contains($"Common Name: {PlatformAuthority.SealName}", sealedFile, StringComparison.Ordinal);
        Assert.Contains("Signature is Valid.", sealedFile, StringComparison.Ordinal);
        var said = (await CheckAsync(code)).Document!.Signature!;
        Assert.Equal((PlatformAuthority.SealName, "ECDSA-SHA256"), (said.By, said.Algorithm));
        Assert.EndsWith($"/v/{code}", sheet.VerificationAddress.AbsoluteUri, StringComparison.Ordinal);

        Assert.Equal("wrong-role", await RefusalAsync(Officer, number, await VersionAsync(number), Reason));
        Assert.Equal("version-required", await RefusalAsync(Head, number, null, Reason));
        Assert.Equal("stale", await RefusalAsync(Head, number, 99, Reason));
        Assert.Equal("invalid-content", await RefusalAsync(Head, number, await VersionAsync(number), "salah"));
        foreach (var ground in (string?[])[null, "", "Procedure", "0", "pelanggaran"]) Assert.Equal((ground, "/ground"), (ground, (await RevokeAsync(await DeskAsync(Head, number), Reason, ground)).Problem?.Errors.Single().Key));
        Assert.Equal("step-up-required", await RefusalAsync(Head with { HasFreshFactor = false }, number, await VersionAsync(number), Reason));
        Assert.Equal(DocumentVerdict.Genuine, (await CheckAsync(code)).Verdict);

        var annulled = (await RevokeAsync(await DeskAsync(Head, number), Reason, "procedure")).Value!;
        await DrainAsync("revoke-document");

        Assert.Equal(("annulled", "procedure", Reason), (annulled.Status, annulled.Ground, annulled.Reason));
        Assert.Equal(DocumentVerdict.Annulled, (await CheckAsync(code)).Verdict);
        Assert.Equal(Reason, Assert.Single((await MineAsync(citizen, number)).Items).Reason);
        Assert.Equal("illegal-transition", await RefusalAsync(Head, number, await VersionAsync(number), Reason));
        Assert.Equal("unknown-application", (await regencies.RunAsync<ReadMyDocuments, Page<DocumentLife>>(TwoRegencies.Bukittinggi, new ReadMyDocuments("somebody-else", number))).Problem?.Code);
    }

    [Fact]
    public async Task A_replacement_has_a_number_and_a_code_of_its_own_and_the_old_one_names_it()
    {
        var (citizen, number) = await IssuedAsync(1);
        var (code, first) = (await CodeAsync(number), Assert.Single((await MineAsync(citizen, number)).Items));

        var desk = await DeskAsync(Head, number);
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => regencies.RunAsync<ReplaceDocument, DocumentLife>(TwoRegencies.Bukittinggi, new ReplaceDocument(desk, "Nama fasilitas salah tulis."))));
        await DrainAsync("register-document");

        Assert.Single(both, b => b.Succeeded);
        var mine = (await MineAsync(citizen, number)).Items;
        Assert.Equal([(2, "valid"), (1, "replaced")], mine.Select(d => (d.Issue, d.Status)));
        Assert.NotEqual(first.Number, mine[0].Number);
        Assert.Equal(first.ValidUntil, mine[0].ValidUntil);
        var old = await CheckAsync(code);
        Assert.Equal((DocumentVerdict.Replaced, mine[0].Number), (old.Verdict, old.Document!.ReplacedBy));
        Assert.Equal(DocumentVerdict.Genuine, (await CheckAsync(await CodeAsync(number))).Verdict);
        var file = await regencies.GetAsync<ReadIssuedDocument, IssuedFile>(TwoRegencies.Bukittinggi, new ReadIssuedDocument(citizen.Sub, number));
        Assert.StartsWith(mine[0].Number.Replace('/', '-'), file.FileName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_reminder_is_written_once_and_none_for_what_was_revoked()
    {
        var (citizen, number) = await IssuedAsync(2);
        var (_, revoked) = await IssuedAsync(3);
        await regencies.GetAsync<RevokeDocument, DocumentLife>(TwoRegencies.Bukittinggi, new RevokeDocument(await DeskAsync(Head, revoked), Reason, "authority"));
        var end = Assert.Single((await MineAsync(citizen, number)).Items).ValidUntil!.Value;

        foreach (var (days, expected) in ((int, int)[])[(200, 0), (181, 0), (180, 1), (179, 1), (90, 2), (29, 3), (1, 3), (-1, 3)])
        {
            // Eight in the morning of the regency.
            regencies.Clock.AdvanceTo(end.AddDays(-days).ToDateTime(new TimeOnly(1, 0), DateTimeKind.Utc));
            await Task.WhenAll(RemindAsync(), RemindAsync());
            await RemindAsync();
            Assert.Equal((days, expected, 0), (days, await WrittenAsync(number), await WrittenAsync(revoked)));
        }

        await DrainAsync(Message);
    }

    private async Task<string> SignaturesAsync(Applicant citizen, string number)
    {
        using var folder = new TempDirectory();
        await File.WriteAllBytesAsync(folder["izin.pdf"], (await regencies.GetAsync<ReadIssuedDocument, IssuedFile>(TwoRegencies.Bukittinggi, new ReadIssuedDocument(citizen.Sub, number))).Content);
        return await Poppler.SignaturesOfAsync(folder["izin.pdf"]);
    }

    /// <summary>The text of the PDF, with every break of a line as one blank.</summary>
    private async Task<string> PaperAsync(Applicant citizen, string number)
    {
        var file = await regencies.GetAsync<ReadIssuedDocument, IssuedFile>(TwoRegencies.Bukittinggi, new ReadIssuedDocument(citizen.Sub, number));
        using var folder = new TempDirectory();
        await File.WriteAllBytesAsync(folder["izin.pdf"], file.Content);
        return string.Join(' ', (await Poppler.TextOfAsync(folder["izin.pdf"], raw: true)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private Task RemindAsync() => regencies.VisitAsync(TwoRegencies.Bukittinggi, RegenciesServices.Tasks.RenewalReminders);

    private async Task<string?> RefusalAsync(StaffMember who, string number, long? version, string reason) =>
        (await RevokeAsync(new DeskRequest(who, number, version), reason, "procedure")).Problem?.Code;

    private Task<Outcome<DocumentLife>> RevokeAsync(DeskRequest desk, string reason, string? ground) =>
        regencies.RunAsync<RevokeDocument, DocumentLife>(TwoRegencies.Bukittinggi, new RevokeDocument(desk, reason, ground));

    private async Task<long> VersionAsync(string number) => (await regencies.GetAsync<ReadDocumentAtDesk, DocumentLife>(TwoRegencies.Bukittinggi, new ReadDocumentAtDesk(Head, number))).Version;

    private async Task<DeskRequest> DeskAsync(StaffMember who, string number) => new(who, number, await VersionAsync(number));

    private Task<Page<DocumentLife>> MineAsync(Applicant citizen, string number) => regencies.GetAsync<ReadMyDocuments, Page<DocumentLife>>(TwoRegencies.Bukittinggi, new ReadMyDocuments(citizen.Sub, number));

    private Task<DocumentCheck> CheckAsync(string code) => regencies.GetAsync<VerifyDocument, DocumentCheck>(TwoRegencies.Bukittinggi, new VerifyDocument(code));

    /// <summary>A licence that the law granted, so that it takes one application and no officer.</summary>
    private async Task<(Applicant Citizen, string Number)> IssuedAsync(int position)
    {
        var nik = SyntheticPeople.NikOf("1375", position);
        var citizen = new Applicant($"sub-{nik}", nik, "Siti Anggraini Koto", "+6281200000001", "siti@warga.example");
        using var photo = new MemoryStream(SampleFiles.Png());
        var file = await regencies.GetAsync<UploadDocument, UploadedDocument>(TwoRegencies.Bukittinggi, new UploadDocument(citizen.Sub, photo, "foto"));
        var answers = SampleAnswers.Asked(SeedData.Service("DPM-SIP-04"), DateOnly.FromDateTime(regencies.Clock.UtcNow.AddHours(7)));
        answers["fasilitas"] = "Klinik Pratama Cempaka";
        var receipt = await regencies.GetAsync<SubmitApplication, Receipt>(
            TwoRegencies.Bukittinggi, new SubmitApplication(citizen, Guid.NewGuid().ToString("N"), "DPM-SIP-04", JsonSerializer.SerializeToElement(answers), [new GivenDocument("foto", file.Id)], null));
        regencies.Clock.AdvanceTo((await regencies.GetAsync<ReadApplication, ApplicationView>(TwoRegencies.Bukittinggi, new ReadApplication(citizen.Sub, receipt.Number))).DueAt!.Value.UtcDateTime);
        await regencies.GetAsync<ReadApplication, ApplicationView>(TwoRegencies.Bukittinggi, new ReadApplication(citizen.Sub, receipt.Number));
        await DrainAsync("register-document");
        return (citizen, receipt.Number);
    }

    private async Task<string> CodeAsync(string number)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Number == number);
        var document = await db.IssuedDocuments.AsNoTracking().Where(d => d.ApplicationId == application.Id).OrderByDescending(d => d.Issue).FirstAsync();
        return scope.ServiceProvider.GetRequiredService<RegencySecrets>().OpenCode(document.VerificationCode);
    }

    private async Task<int> WrittenAsync(string number)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Number == number);
        var document = await db.IssuedDocuments.AsNoTracking().SingleAsync(d => d.ApplicationId == application.Id);
        var payloads = await db.Outbox.AsNoTracking().Where(o => o.Kind == Message).Select(o => o.Payload).ToListAsync();
        return payloads.Count(p => p.Contains(document.Id.ToString(), StringComparison.Ordinal));
    }

    /// <summary>What the worker does with the rows of a kind, each twice: it delivers at least once.</summary>
    private async Task DrainAsync(string kind)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        var handlers = scope.ServiceProvider.GetServices<IOutboxHandler>().Where(h => h.Kind == kind).ToList();
        foreach (var payload in await db.Outbox.AsNoTracking().Where(o => o.Kind == kind).Select(o => o.Payload).ToListAsync())
        {
            foreach (var handler in handlers.Concat(handlers)) await handler.HandleAsync(payload, CancellationToken.None);
        }
    }
}
