using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.National.Residents.Consents;
using MppDigital.National.Residents.Facts;
using MppDigital.National.Residents.Looks;
using MppDigital.National.Residents.Wallet;
using MppDigital.Platform.Events;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Access;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Applications.Reuse;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Tests.Applications.Workflow;
using MppDigital.Testing.Databases;
using OpenedFile = MppDigital.Regencies.Applications.Office.ApplicantFile;

namespace MppDigital.Regencies.Tests.Applications.Reuse;

/// <summary>Proven once in Bukittinggi, used again in Padang: only after the owner agreed, only what she agreed to, and told to her.</summary>
public sealed class ReuseTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private const string Service = "DPM-SIP-04";
    private const string Photo = "document.photo";

    private static readonly StaffMember Officer = SampleWorkflows.Person("padang-officer", new OfficerSeat(OfficerRole.Officer, "DPMPTSP"));

    [Fact]
    public async Task A_nurse_uses_in_Padang_what_Bukittinggi_accepted_until_she_revokes_it()
    {
        var nurse = await LicensedAsync("nurse-1");
        Assert.Empty((await FormAsync(nurse with { Sub = "somebody-else" })).Reuse.Offers);
        Assert.Empty((await FormAsync(nurse with { Nik = SyntheticPeople.NikOf("1375", 1) })).Reuse.Offers);

        // Not agreed: shown by name, asked for like anybody's.
        var asked = await FormAsync(nurse);
        Assert.Equal([Photo], asked.Reuse.Offers.Select(o => o.Item.Fact));
        Assert.Contains("foto", asked.ToUpload);
        Assert.Equal(["/documents/foto"], (await SubmitAsync(nurse)).Problem?.Errors.Keys);

        var receipt = await regencies.GetAsync<AgreeToReuse, ConsentReceipt>(TwoRegencies.Padang, new AgreeToReuse(nurse, Service, [Photo]));
        var agreed = await FormAsync(nurse);
        Assert.DoesNotContain("foto", agreed.ToUpload);
        Assert.Equal(receipt.Number, agreed.Reuse.Consent!.Number);
        Assert.Empty(agreed.Reuse.Offers);
        Assert.Equal(0, await FilesInPadangAsync(nurse.Sub));

        var before = await NotAskedAsync();
        var filed = (await SubmitAsync(nurse)).Value!;
        await DrainAsync(TwoRegencies.Padang, TellHandOver.Kind);

        // NIK, name, address, registration and profession by registers, and the photograph from the wallet.
        Assert.Equal(before + 6, await NotAskedAsync());
        Assert.Equal(1, await FilesInPadangAsync(nurse.Sub));
        var went = Assert.Single(Assert.Single(await ConsentsAsync(nurse)).HandedOver);
        Assert.Equal((filed.Number, Photo), (went.Application, Assert.Single(went.Facts)));

        await regencies.GetAsync<RevokeConsent, ConsentReceipt>(TwoRegencies.Padang, new RevokeConsent(nurse.Sub, receipt.Id));
        Assert.Contains("foto", (await FormAsync(nurse)).ToUpload);
        Assert.Equal(["/documents/foto"], (await SubmitAsync(nurse)).Problem?.Errors.Keys);
        // What was handed over stays: the office decides on it.
        Assert.Single((await ConsentsAsync(nurse))[0].HandedOver);
    }

    [Fact]
    public async Task Who_looked_is_told_by_office_and_name_and_registers_by_what_they_were_asked()
    {
        var nurse = await LicensedAsync("nurse-2");
        await regencies.GetAsync<AgreeToReuse, ConsentReceipt>(TwoRegencies.Padang, new AgreeToReuse(nurse, Service, [Photo]));
        var number = (await SubmitAsync(nurse)).Value!.Number;
        await SeatAsync();
        var view = await regencies.GetAsync<ReviewApplication, OfficerView>(TwoRegencies.Padang, new ReviewApplication(Officer, number));
        await regencies.GetAsync<ReadApplicantFile, OpenedFile>(TwoRegencies.Padang, new ReadApplicantFile(Officer, number, Assert.Single(view.Files).Id));
        await regencies.GetAsync<RevealNik, OfficerView>(TwoRegencies.Padang, new RevealNik(Officer, number));

        await DrainAsync(TwoRegencies.Padang, SendAccess.Kind);

        var looks = (await regencies.GetAsync<ListMyLooks, MyLooks>(TwoRegencies.Padang, new ListMyLooks(nurse.Sub, 50, null))).Items.Where(l => l.Regency == "13.71").ToList();
        var staff = looks.Where(l => l.By == LookedBy.Officer).ToList();
        Assert.Equal([LookPurposes.OpenFile, LookPurposes.RevealNik, LookPurposes.Review], staff.Select(l => l.Purpose).Order(StringComparer.Ordinal));
        Assert.All(staff, l => Assert.Equal((number, "officer", "DPMPTSP", Officer.Name), (l.Application, l.Role, l.Agency, l.Name)));
        Assert.Equal(["dukcapil.person", "kemkes.satusehat.facility", "kemkes.satusehat_sdmk.str"], Assert.Single(looks, l => l.Purpose == LookPurposes.AskRegister).Facts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_vault_says_who_vouches_and_a_duty_by_law_needs_no_consent()
    {
        var nurse = await LicensedAsync("nurse-3");

        var facts = await regencies.GetAsync<ListMyFacts, IReadOnlyList<MyFact>>(TwoRegencies.Padang, new ListMyFacts(nurse.Sub));
        Assert.All(facts, f => Assert.Equal(FactOrigin.Register, f.Origin));
        Assert.DoesNotContain(facts, f => f.Name == "person.nik");
        var licence = Assert.Single(await regencies.GetAsync<ListMyWallet, IReadOnlyList<WalletPaper>>(TwoRegencies.Padang, new ListMyWallet(nurse.Sub)), p => p.Origin == WalletOrigin.Issued);
        Assert.Equal(("mppd.license", true), (licence.Fact, licence.InForce));

        var withdrawal = await regencies.GetAsync<PrepareForm, PreparedForm>(TwoRegencies.Padang, new PrepareForm(nurse, "DPM-SIP-90"));

        Assert.Equal(licence.Number, withdrawal.Held.Find("no_sip")!.Value.GetValue<string>());
        Assert.Contains("sip", withdrawal.Confirmed);
        Assert.Equal("PP 28/2024", Assert.Single(withdrawal.Reuse.Duties).Law.Id[..10]);
        Assert.Empty(withdrawal.Reuse.Offers);
    }

    [Fact]
    public async Task What_the_law_granted_by_silence_gives_the_vault_nothing_that_nobody_looked_at()
    {
        var desk = new Desk(regencies);
        await desk.OpenAsync();
        var number = await desk.FileAsync("nurse-4");
        regencies.Clock.AdvanceTo((await desk.FindAsync(number)).DueAt!.Value);
        await regencies.GetAsync<ReadApplication, ApplicationView>(TwoRegencies.Bukittinggi, new ReadApplication("nurse-4", number));

        await DrainAsync(TwoRegencies.Bukittinggi, RegisterDocument.Kind);

        Assert.DoesNotContain(await regencies.GetAsync<ListMyWallet, IReadOnlyList<WalletPaper>>(TwoRegencies.Padang, new ListMyWallet("nurse-4")), p => p.Origin == WalletOrigin.Uploaded);
        Assert.All(await regencies.GetAsync<ListMyFacts, IReadOnlyList<MyFact>>(TwoRegencies.Padang, new ListMyFacts("nurse-4")), f => Assert.Equal(FactOrigin.Register, f.Origin));
    }

    private async Task<Applicant> LicensedAsync(string sub)
    {
        var desk = new Desk(regencies);
        await desk.OpenAsync();
        var number = await desk.FileAsync(sub);
        await desk.DoAsync(number, d => new ClaimApplication(d), desk.Officer);
        await desk.DoAsync(number, d => new VerifyApplication(d, StageReport.Empty), desk.Officer);
        await desk.DoAsync(number, d => new RecommendApplication(d, RecommendApplication.InFavour, StageReport.Empty), desk.Health);
        await desk.DoAsync(number, d => new ApproveApplication(d), desk.Head);
        await DrainAsync(TwoRegencies.Bukittinggi, RegisterDocument.Kind);
        return Desk.Citizen(sub);
    }

    private Task<PreparedForm> FormAsync(Applicant nurse) => regencies.GetAsync<PrepareForm, PreparedForm>(TwoRegencies.Padang, new PrepareForm(nurse, Service));

    private async Task<Outcome<Receipt>> SubmitAsync(Applicant nurse)
    {
        var answers = SampleAnswers.Asked(SeedData.Service(Service), DateOnly.FromDateTime(regencies.Clock.UtcNow.AddHours(7)));
        answers["fasilitas"] = "RSUD Padang";
        answers["alamat_praktik"] = new JsonObject { ["street"] = "Jl. Veteran 3", ["regency"] = "13.71" };
        return await regencies.RunAsync<SubmitApplication, Receipt>(TwoRegencies.Padang, new SubmitApplication(nurse, Guid.NewGuid().ToString("N"), Service, JsonSerializer.SerializeToElement(answers), [], null));
    }

    private async Task<IReadOnlyList<ConsentReceipt>> ConsentsAsync(Applicant nurse) => await regencies.GetAsync<ListMyConsents, IReadOnlyList<ConsentReceipt>>(TwoRegencies.Padang, new ListMyConsents(nurse.Sub));

    private async Task<int> NotAskedAsync() => (await regencies.GetAsync<ReadPerformance, PerformanceView>(TwoRegencies.Padang, new ReadPerformance())).NotAsked;

    private async Task<int> FilesInPadangAsync(string sub)
    {
        await using var scope = regencies.Enter(TwoRegencies.Padang);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        return await db.Files.CountAsync(f => f.Sub == sub);
    }

    private async Task SeatAsync()
    {
        await using var scope = regencies.Enter(TwoRegencies.Padang);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        // Of two seats the one is told from which this service is handled.
        foreach (var agency in (string[])["PDAM", "DPMPTSP"]) db.Officers.Add(new Officer(Officer.Sub, Officer.Name, agency, OfficerRole.Officer));
        await db.SaveChangesAsync();
    }

    /// <summary>What the worker does with the rows of a kind, each twice: it delivers at least once.</summary>
    private async Task DrainAsync(RegencyCode regency, string kind)
    {
        await using var scope = regencies.Enter(regency);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        foreach (var payload in await db.Outbox.AsNoTracking().Where(o => o.Kind == kind).OrderBy(o => o.CreatedAt).Select(o => o.Payload).ToListAsync())
        {
            for (var again = 0; again < 2; again++)
                foreach (var handler in scope.ServiceProvider.GetServices<IOutboxHandler>().Where(h => h.Kind == kind)) await handler.HandleAsync(payload, CancellationToken.None);
        }
    }
}
