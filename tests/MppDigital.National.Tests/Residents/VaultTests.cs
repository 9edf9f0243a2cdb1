using System.Text;
using System.Text.Json;
using MppDigital.National.Residents.Consents;
using MppDigital.National.Residents.Facts;
using MppDigital.National.Residents.Looks;
using MppDigital.National.Residents.Wallet;
using MppDigital.National.Verification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Testing;

namespace MppDigital.National.Tests.Residents;

public sealed class VaultTests(NationalDatabase national) : IClassFixture<NationalDatabase>
{
    private const string Siti = "sub-siti";
    private const string SitisNik = "1375014101909901";
    private const string Budi = "sub-budi";
    private const string BudisNik = "1375010101909901";
    private const string Service = "DPM-SIP-04";
    private const string TaxNumber = "09.254.294.3-407.000";

    private static readonly RegencyCode Bukittinggi = RegencyCode.Parse("13.75");
    private static readonly RegencyCode Padang = RegencyCode.Parse("13.71");

    [Fact]
    public async Task Tells_names_before_the_owner_agrees_and_values_after()
    {
        await KeepAsync(Siti, SitisNik);

        var before = await ReadAsync(Siti, SitisNik, Padang);
        Assert.Equal("person.npwp", Assert.Single(before.Open).Fact);
        Assert.Empty(before.Granted);
        var receipt = await AgreeAsync(Siti, SitisNik, Padang);
        var after = await ReadAsync(Siti, SitisNik, Padang);

        Assert.Empty(after.Open);
        Assert.Equal(TaxNumber, Assert.Single(after.Granted).Value!.Value.GetString());
        Assert.Equal(receipt.Number, after.Consent!.Number);
        Assert.Equal(["person.npwp"], receipt.Items.Select(i => i.Fact));
        Assert.Equal(("DPMPTSP", "13.75"), (receipt.Items[0].Source, receipt.Items[0].Regency));
        Assert.Equal(receipt.Number, (await AgreeAsync(Siti, SitisNik, Padang)).Number);
    }

    [Fact]
    public async Task A_consent_opens_nothing_for_another_regency_service_person_or_number()
    {
        await KeepAsync("sub-a", SitisNik);
        await KeepAsync("sub-b", BudisNik);
        var receipt = await AgreeAsync("sub-a", SitisNik, Padang);

        Assert.Empty((await ReadAsync("sub-a", SitisNik, Bukittinggi)).Granted);
        Assert.Empty((await ReadAsync("sub-a", SitisNik, Padang, "DPM-SIP-05")).Granted);
        Assert.Empty((await ReadAsync("sub-b", BudisNik, Padang)).Granted);
        // Whoever has the account but another number is told nothing at all.
        Assert.Equal(Reuse.Nothing, await ReadAsync("sub-a", BudisNik, Padang));
        Assert.Equal("unknown-consent", (await national.RunAsync<RevokeConsent, ConsentReceipt>(new RevokeConsent("sub-b", receipt.Id))).Problem?.Code);
        Assert.Equal("unknown-consent", (await national.RunAsync<ReadConsent, ConsentReceipt>(new ReadConsent("sub-b", receipt.Number))).Problem?.Code);
        Assert.Single((await ReadAsync("sub-a", SitisNik, Padang)).Granted);
    }

    [Fact]
    public async Task After_revoking_the_next_read_is_refused_and_what_went_is_told()
    {
        await KeepAsync("sub-c", SitisNik);
        var photo = await KeepPhotoAsync("sub-c", SitisNik);
        var receipt = await AgreeAsync("sub-c", SitisNik, Padang, "person.npwp", "document.photo");
        var file = new ReadGrantedFile("sub-c", Padang, Service, receipt.Items.Single(i => i.Document is not null).Document!.Value);
        Assert.Equal(photo, (await national.GetAsync<ReadGrantedFile, WalletFile>(file)).Content);
        var went = new NoteHandOver(Guid.CreateVersion7(), receipt.Id, "sub-c", Padang, Service, "1371-26-000001", national.Clock.UtcNow, ["person.npwp", "document.photo"]);
        await national.GetAsync<NoteHandOver, Done>(went);
        await national.GetAsync<NoteHandOver, Done>(went);

        await national.GetAsync<RevokeConsent, ConsentReceipt>(new RevokeConsent("sub-c", receipt.Id));

        Assert.Equal(2, (await ReadAsync("sub-c", SitisNik, Padang, Service, "person.npwp", "document.photo")).Open.Count);
        Assert.Equal("consent-required", (await national.RunAsync<ReadGrantedFile, WalletFile>(file)).Problem?.Code);
        var told = Assert.Single(await national.GetAsync<ListMyConsents, IReadOnlyList<ConsentReceipt>>(new ListMyConsents("sub-c")));
        Assert.Equal(ConsentReceipt.Revoked, told.State);
        Assert.Equal(["person.npwp", "document.photo"], Assert.Single(told.HandedOver).Facts);
    }

    [Fact]
    public async Task A_file_is_read_only_by_the_regency_and_under_the_consent_that_names_it()
    {
        await KeepPhotoAsync("sub-d", SitisNik);
        var receipt = await AgreeAsync("sub-d", SitisNik, Padang, "document.photo");
        var file = new ReadGrantedFile("sub-d", Padang, Service, receipt.Items[0].Document!.Value);

        foreach (var wrong in new[] { file with { Regency = Bukittinggi }, file with { Service = "DPM-SIP-05" }, file with { Sub = Budi }, file with { Document = Guid.CreateVersion7() } })
            Assert.Equal("consent-required", (await national.RunAsync<ReadGrantedFile, WalletFile>(wrong)).Problem?.Code);
        Assert.Equal("unknown-wallet-document", (await national.RunAsync<ReadMyPaper, PaperFile>(new ReadMyPaper(Budi, file.Document))).Problem?.Code);
        Assert.Equal("image/png", (await national.GetAsync<ReadMyPaper, PaperFile>(new ReadMyPaper("sub-d", file.Document))).ContentType);
    }

    [Fact]
    public async Task A_duty_by_law_opens_what_the_definition_names_and_nothing_else()
    {
        await KeepAsync("sub-e", SitisNik);
        await KeepPhotoAsync("sub-e", SitisNik);

        var reuse = await national.GetAsync<ReadReuse, Reuse>(new ReadReuse("sub-e", SitisNik, Padang, Service, ["person.npwp", "document.photo"], new HashSet<string> { "person.npwp" }));

        Assert.True(Assert.Single(reuse.Granted).ByLaw);
        Assert.Equal("document.photo", Assert.Single(reuse.Open).Fact);
    }

    [Fact]
    public async Task An_issued_paper_counts_while_the_register_calls_it_valid()
    {
        const string number = "DPM-SIP-04/1375/2026/00042";
        await national.GetAsync<KeepDocument, Done>(new KeepDocument(Bukittinggi, "sub-f", SitisNik, "1375-26-000042", Service,
            new ProvenDocument(Guid.CreateVersion7(), WalletOrigin.Issued, "mppd.license", "SIP Perawat", "Practice licence, nurse", number, "DPMPTSP", national.Clock.UtcNow, new DateOnly(2031, 11, 19)), SampleFiles.Pdf(600)));
        Task<Reuse> Read() => ReadAsync("sub-f", SitisNik, Padang, "DPM-SIP-90", "mppd.license");

        Assert.Empty((await Read()).Open);
        await national.GetAsync<RegisterIssuedDocument, Done>(new RegisterIssuedDocument(VerificationCode.New(), Bukittinggi, number, "SIP Perawat", "S. A.", Service, 1, national.Clock.UtcNow, null, false, new string('a', 64)));
        Assert.Single((await Read()).Open);
        Assert.True(Assert.Single(await national.GetAsync<ListMyWallet, IReadOnlyList<WalletPaper>>(new ListMyWallet("sub-f"))).InForce);
        await national.GetAsync<RevokeIssuedDocument, Done>(new RevokeIssuedDocument(Bukittinggi, number));

        Assert.Empty((await Read()).Open);
        Assert.False(Assert.Single(await national.GetAsync<ListMyWallet, IReadOnlyList<WalletPaper>>(new ListMyWallet("sub-f"))).InForce);
    }

    [Fact]
    public async Task A_newer_proof_takes_the_place_of_the_older_and_an_old_one_changes_nothing()
    {
        await KeepAsync("sub-g", SitisNik, "lama", daysAgo: 10);
        await KeepAsync("sub-g", SitisNik, "baru", daysAgo: 1);
        await KeepAsync("sub-g", SitisNik, "terlambat", daysAgo: 5);
        Assert.Equal("baru", Assert.Single(await national.GetAsync<ListMyFacts, IReadOnlyList<MyFact>>(new ListMyFacts("sub-g"))).Value.GetString());

        // Past its last day it is no longer offered to anybody, though its owner still sees it.
        await KeepAsync("sub-h", SitisNik, "basi", daysAgo: 400);
        Assert.Empty((await ReadAsync("sub-h", SitisNik, Padang)).Open);
        Assert.Single(await national.GetAsync<ListMyFacts, IReadOnlyList<MyFact>>(new ListMyFacts("sub-h")));
    }

    [Fact]
    public async Task Every_read_of_the_vault_and_every_look_is_told_to_its_person_alone_and_once()
    {
        await KeepAsync("sub-i", SitisNik);
        await AgreeAsync("sub-i", SitisNik, Padang);
        await ReadAsync("sub-i", SitisNik, Padang);
        await ReadAsync("sub-i", SitisNik, Padang);
        var look = new SentLook(Guid.CreateVersion7(), "sub-i", national.Clock.UtcNow.AddMinutes(1), LookedBy.Officer, "officer", "DPMPTSP", "Rina Marlina", "1371-26-000002", Service, LookPurposes.Review, "name nik answers");
        await national.GetAsync<RecordLooks, Done>(new RecordLooks(Padang, [look]));
        await national.GetAsync<RecordLooks, Done>(new RecordLooks(Padang, [look]));

        var first = await national.GetAsync<ListMyLooks, MyLooks>(new ListMyLooks("sub-i", 1, null));
        var rest = await national.GetAsync<ListMyLooks, MyLooks>(new ListMyLooks("sub-i", 10, first.Next));

        var officer = Assert.Single(first.Items);
        Assert.Equal(("Rina Marlina", "officer", "DPMPTSP", "Kota Padang", LookPurposes.Review), (officer.Name, officer.Role, officer.Agency, officer.RegencyName, officer.Purpose));
        var vault = Assert.Single(rest.Items);
        Assert.Equal((LookPurposes.Prefill, "person.npwp"), (vault.Purpose, Assert.Single(vault.Facts)));
        Assert.StartsWith("PSJ-", vault.Receipt, StringComparison.Ordinal);
        Assert.Null(rest.Next);
        Assert.Empty((await national.GetAsync<ListMyLooks, MyLooks>(new ListMyLooks("sub-nobody", 10, null))).Items);
    }

    [Fact]
    public async Task Only_what_is_held_can_be_agreed_to()
    {
        var refused = await national.RunAsync<GiveConsent, ConsentReceipt>(new GiveConsent("sub-j", SitisNik, Padang, Service, "SIP Perawat", "Practice licence", ["person.npwp"]));

        Assert.Equal("fact-not-held", refused.Problem?.Code);
        Assert.Equal(["/facts/0"], refused.Problem?.Errors.Keys);
    }

    [Fact]
    public async Task Nothing_personal_can_be_read_from_the_rows()
    {
        await KeepAsync("sub-k", BudisNik);
        await AgreeAsync("sub-k", BudisNik, Padang);

        await using var db = national.Open();
        var rows = JsonSerializer.Serialize(new { facts = db.ResidentFacts.ToList(), consents = db.Consents.ToList() });
        Assert.DoesNotContain(TaxNumber, rows, StringComparison.Ordinal);
        Assert.DoesNotContain(BudisNik, rows, StringComparison.Ordinal);
        Assert.DoesNotContain(TaxNumber, Encoding.UTF8.GetString(db.ResidentFacts.First(f => f.Sub == "sub-k").Value), StringComparison.Ordinal);
    }

    private Task<Done> KeepAsync(string sub, string nik, string value = TaxNumber, int daysAgo = 3)
    {
        var at = national.Clock.UtcNow.AddDays(-daysAgo);
        var fact = new ProvenFact("person.npwp", "NPWP", "Tax number", JsonSerializer.SerializeToElement(value), FactOrigin.Office, "DPMPTSP", at, DateOnly.FromDateTime(at).AddYears(1));
        return national.GetAsync<KeepFacts, Done>(new KeepFacts(Bukittinggi, sub, nik, "1375-26-000001", "DJP-NPW-01", [fact]));
    }

    private async Task<byte[]> KeepPhotoAsync(string sub, string nik)
    {
        var content = SampleFiles.Png(40, 40);
        var photo = new ProvenDocument(Guid.CreateVersion7(), WalletOrigin.Uploaded, "document.photo", "Pas foto berwarna", "Colour photograph", "", "DPMPTSP", national.Clock.UtcNow, new DateOnly(2028, 11, 19));
        await national.GetAsync<KeepDocument, Done>(new KeepDocument(Bukittinggi, sub, nik, "1375-26-000001", Service, photo, content));
        await national.GetAsync<KeepDocument, Done>(new KeepDocument(Bukittinggi, sub, nik, "1375-26-000001", Service, photo, content));
        return content;
    }

    private Task<Reuse> ReadAsync(string sub, string nik, RegencyCode regency, string service = Service, params string[] facts) =>
        national.GetAsync<ReadReuse, Reuse>(new ReadReuse(sub, nik, regency, service, facts.Length == 0 ? ["person.npwp"] : facts, new HashSet<string>()));

    private Task<ConsentReceipt> AgreeAsync(string sub, string nik, RegencyCode regency, params string[] facts) =>
        national.GetAsync<GiveConsent, ConsentReceipt>(new GiveConsent(sub, nik, regency, Service, "SIP Perawat", "Practice licence, nurse", facts.Length == 0 ? ["person.npwp"] : facts));
}
