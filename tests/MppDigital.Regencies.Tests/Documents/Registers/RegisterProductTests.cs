using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Connectors.Dukcapil;
using MppDigital.Connectors.Products;
using MppDigital.National.Catalog;
using MppDigital.National.Performance;
using MppDigital.National.Verification;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Figures;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Documents.Registers;

/// <summary>Products that the civil register makes: ordered with the decision, made once, stored once, and never by us.</summary>
public sealed class RegisterProductTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private const string Death = "DKC-AKM-01";
    private const string FamilyCard = "DKC-KK-03";

    private readonly CivilOffice office = new(regencies);

    [Fact]
    public async Task There_is_no_document_until_the_register_has_made_it_and_then_one_under_its_number()
    {
        var citizen = CitizenAt(40);
        var number = await office.FileAsync(citizen, Death);
        var before = await FiguresAsync();

        await office.ApproveAsync(citizen, number);

        var decided = await office.ReadAsync(citizen, number);
        Assert.Equal(("approved", false), (decided.Status, decided.HasDocument));
        Assert.Equal("no-document", (await regencies.RunAsync<ReadIssuedDocument, IssuedFile>(TwoRegencies.Bukittinggi, new ReadIssuedDocument(citizen.Sub, number))).Problem?.Code);
        Assert.Equal((before.Decided + 1, before.Issued), await FiguresAsync());

        // Two workers at once, twice: one of them may be refused, and finds it done when it comes again.
        await office.DrainAsync();
        Assert.Empty(await office.DrainAsync());

        var issued = await office.ReadAsync(citizen, number);
        Assert.Equal(["approved", "issued"], issued.Timeline.Select(t => t.Kind).TakeLast(2));
        Assert.Equal((before.Decided + 1, before.Issued + 1), await FiguresAsync());
        var life = Assert.Single((await MineAsync(citizen, number)).Items);
        Assert.Equal(($"CONTOH-AKTA-KEMATIAN-{number}", "valid"), (life.Number, life.Status));
        var file = await regencies.GetAsync<ReadIssuedDocument, IssuedFile>(TwoRegencies.Bukittinggi, new ReadIssuedDocument(citizen.Sub, number));
        var text = Encoding.ASCII.GetString(file.Content);
        Assert.Contains("(CONTOH) Tj", text, StringComparison.Ordinal);
        Assert.Contains("tempat_meninggal", text, StringComparison.Ordinal);
        // Only what the product needs was told to the register.
        Assert.DoesNotContain("no_hp", text, StringComparison.Ordinal);
        Assert.DoesNotContain(citizen.Phone!, text, StringComparison.Ordinal);

        await office.DrainAsync(RegisterDocument.Kind);
        var check = await regencies.GetAsync<VerifyDocument, DocumentCheck>(TwoRegencies.Bukittinggi, new VerifyDocument(await CodeAsync(number)));
        Assert.Equal((DocumentVerdict.Genuine, life.Number, Convert.ToHexStringLower(SHA256.HashData(file.Content))), (check.Verdict, check.Document!.DocumentNumber, check.Document.Sha256));
        var sheet = await regencies.GetAsync<ReadDocumentSheet, DocumentSheet>(TwoRegencies.Bukittinggi, new ReadDocumentSheet(citizen.Sub, number));
        Assert.Equal((life.Number, "dukcapil", CivilOffice.Head.Name), (sheet.Life.Number, sheet.Register, sheet.Signer!.Value.Name));
        Assert.Null(await office.QueryAsync((db, _) => AuditTrail.FirstBrokenAsync(db, CancellationToken.None)));
    }

    [Theory]
    [InlineData("500", "Refused", 41)]
    [InlineData("wrong-data", "Unreadable", 42)]
    public async Task While_the_register_fails_the_order_waits_and_head_and_ministry_hear_of_it_after_an_hour(string fault, string why, int position)
    {
        var citizen = CitizenAt(position);
        var number = await office.FileAsync(citizen, FamilyCard);
        await office.ApproveAsync(citizen, number);
        await office.SwitchAsync(fault);
        Assert.Equal(0, await UnmadeAsync());

        // About somebody else the first time, with another number the second.
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            Assert.Single(await office.DrainAsync(times: 1));
            Assert.Equal((attempt, why), await office.QueryAsync(async (db, _) => await db.ProductOrders.Where(o => o.WaitingSince != null).Select(o => ValueTuple.Create(o.Attempts, o.LastFailure)).SingleAsync()));
        }

        Assert.Equal("approved", (await office.ReadAsync(citizen, number)).Status);
        regencies.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(1, await UnmadeAsync());
        await office.DrainAsync(SendFigures.Kind, 1);
        Assert.True((await MinistryAsync()).Single(r => r.Code == "13.75").Unmade);

        await office.SwitchAsync("answer");
        Assert.Empty(await office.DrainAsync(times: 1));
        await office.DrainAsync(SendFigures.Kind, 1);

        Assert.Equal("issued", (await office.ReadAsync(citizen, number)).Status);
        Assert.Equal(0, await UnmadeAsync());
        Assert.DoesNotContain(await MinistryAsync(), r => r.Unmade);
    }

    [Fact]
    public async Task A_number_that_another_document_bears_is_not_stored()
    {
        var citizen = CitizenAt(43);
        var (taken, number) = (await office.FileAsync(citizen, FamilyCard), await office.FileAsync(citizen, FamilyCard));
        await office.QueryAsync(async (db, _) =>
        {
            var other = await db.Applications.SingleAsync(a => a.Number == taken);
            db.IssuedDocuments.Add(new IssuedDocument { ApplicationId = other.Id, Number = $"CONTOH-KARTU-KELUARGA-{number}", Issue = 9 });
            return await db.SaveChangesAsync();
        });
        await office.ApproveAsync(citizen, number);

        Assert.Single(await office.DrainAsync(times: 1));

        Assert.Equal("approved", (await office.ReadAsync(citizen, number)).Status);
        await office.QueryAsync((db, _) => db.IssuedDocuments.Where(d => d.Issue == 9).ExecuteDeleteAsync());
        Assert.Empty(await office.DrainAsync(times: 1));
        Assert.Equal("issued", (await office.ReadAsync(citizen, number)).Status);
    }

    [Fact]
    public async Task A_replacement_is_asked_of_the_register_and_the_old_one_holds_until_it_is_here()
    {
        var (citizen, number) = await IssuedAsync(44);
        var code = await CodeAsync(number);
        var first = Assert.Single((await MineAsync(citizen, number)).Items);

        var desk = new DeskRequest(CivilOffice.Head, number, first.Version);
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => ReplaceAsync(desk)));
        Assert.Single(both, b => b.Succeeded);
        Assert.Equal("register-at-work", (await ReplaceAsync(desk)).Problem?.Code);
        var waiting = Assert.Single((await MineAsync(citizen, number)).Items);
        Assert.Equal((first.Number, "valid", true), (waiting.Number, waiting.Status, waiting.BeingReplaced));
        await office.DrainAsync();
        await office.DrainAsync();
        await office.DrainAsync(RegisterDocument.Kind);

        var mine = (await MineAsync(citizen, number)).Items;
        Assert.Equal([(2, $"{first.Number}-2", "valid"), (1, first.Number, "replaced")], mine.Select(d => (d.Issue, d.Number, d.Status)));
        var old = await regencies.GetAsync<VerifyDocument, DocumentCheck>(TwoRegencies.Bukittinggi, new VerifyDocument(code));
        Assert.Equal((DocumentVerdict.Replaced, mine[0].Number), (old.Verdict, old.Document!.ReplacedBy));
    }

    [Fact]
    public async Task What_is_revoked_meanwhile_gets_no_replacement()
    {
        var (citizen, number) = await IssuedAsync(45);
        var desk = new DeskRequest(CivilOffice.Head, number, Assert.Single((await MineAsync(citizen, number)).Items).Version);
        Assert.True((await ReplaceAsync(desk)).Succeeded);

        await regencies.GetAsync<RevokeDocument, DocumentLife>(TwoRegencies.Bukittinggi, new RevokeDocument(desk, "Data pemohon ternyata palsu."));
        Assert.Empty(await office.DrainAsync());

        Assert.Equal("revoked", Assert.Single((await MineAsync(citizen, number)).Items).Status);
    }

    [Fact]
    public async Task Every_register_and_product_that_a_definition_may_name_is_connected()
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        Assert.Equal(ProductRegisters.All.Keys, scope.ServiceProvider.GetServices<IProductRegister>().Select(r => r.Code));
        Assert.Equal(ProductRegisters.All[ProductRegisters.Dukcapil].Keys, DukcapilProductWords.Kinds.Keys);
        Assert.Equal(12, SeedData.Services.Count(s => s.Product.IssuedBy is not null));
        Assert.All(SeedData.Services.Where(s => s.Product.IssuedBy is not null), s => Assert.Equal("DUKCAPIL", s.Agency.Code));
    }

    private static Applicant CitizenAt(int position)
    {
        var nik = SyntheticPeople.NikOf("1375", position);
        return new Applicant($"sub-{nik}", nik, "Siti Anggraini Koto", "+6281200000001", "siti@warga.example");
    }

    private async Task<(Applicant Citizen, string Number)> IssuedAsync(int position)
    {
        var citizen = CitizenAt(position);
        var number = await office.FileAsync(citizen, FamilyCard);
        await office.ApproveAsync(citizen, number);
        Assert.Empty(await office.DrainAsync(times: 1));
        await office.DrainAsync(RegisterDocument.Kind);
        return (citizen, number);
    }

    private Task<Outcome<DocumentLife>> ReplaceAsync(DeskRequest desk) =>
        regencies.RunAsync<ReplaceDocument, DocumentLife>(TwoRegencies.Bukittinggi, new ReplaceDocument(desk, "Nama salah tulis di kartu."));

    private Task<Page<DocumentLife>> MineAsync(Applicant citizen, string number) => regencies.GetAsync<ReadMyDocuments, Page<DocumentLife>>(TwoRegencies.Bukittinggi, new ReadMyDocuments(citizen.Sub, number));

    private async Task<int> UnmadeAsync() => (await regencies.GetAsync<CountAlarms, Alarms>(TwoRegencies.Bukittinggi, new CountAlarms(CivilOffice.Head))).Unmade;

    private Task<IReadOnlyList<AlarmedRegency>> MinistryAsync() => regencies.GetAsync<ListAlarms, IReadOnlyList<AlarmedRegency>>(TwoRegencies.Bukittinggi, new ListAlarms());

    private Task<(int Decided, int Issued)> FiguresAsync() => office.QueryAsync(async (db, _) => await db.Figures.Select(f => ValueTuple.Create(f.Decided, f.Issued)).SingleAsync());

    private Task<string> CodeAsync(string number) => office.QueryAsync(async (db, secrets) =>
    {
        var document = await db.IssuedDocuments.AsNoTracking().Where(d => db.Applications.Any(a => a.Id == d.ApplicationId && a.Number == number)).OrderByDescending(d => d.Issue).FirstAsync();
        return secrets.OpenCode(document.VerificationCode);
    });
}
