using System.Text.Json;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Offerings;
using MppDigital.Regencies.Officers;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Offerings;

/// <summary>What a regional regulation asks for besides is asked, refused when missing, and kept in the words of that day.</summary>
public sealed class LocalRequirementTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private const string Advert = "DPM-RKL-01";
    private const string Text = "Rekomendasi titik dari Dishub (Perda 5/2024)";

    private static readonly StaffMember Admin = new("admin-1", "Yusri Tanjung", [new OfficerSeat(OfficerRole.Admin, "")]);
    private static readonly StaffMember Officer = new("officer-1", "Dedi Saputra Koto", [new OfficerSeat(OfficerRole.Officer, "DPMPTSP")]) { HasFreshFactor = true };

    [Fact]
    public async Task Is_asked_where_the_regency_set_it_and_keeps_its_words_in_the_file()
    {
        await SetAsync(Text, 1);
        var citizen = Person("1375", 0);

        var form = await regencies.GetAsync<PrepareForm, PreparedForm>(TwoRegencies.Bukittinggi, new PrepareForm(citizen, Advert));
        Assert.Contains(LocalRequirement.Code, form.ToUpload);
        Assert.Equal($"Syarat daerah: {Text}", form.Service.Requirements[^1].NameId);
        var elsewhere = await regencies.GetAsync<PrepareForm, PreparedForm>(TwoRegencies.Padang, new PrepareForm(Person("1371", 0), Advert));
        Assert.DoesNotContain(LocalRequirement.Code, elsewhere.ToUpload);

        var refused = await SubmitAsync(citizen, "npwpd", "gambar", "lokasi");
        Assert.Equal(("invalid-content", "/documents/syarat_daerah"), (refused.Problem?.Code, Assert.Single(refused.Problem!.Errors).Key));
        var filed = await SubmitAsync(citizen, "npwpd", "gambar", "lokasi", LocalRequirement.Code);
        Assert.True(filed.Succeeded, filed.Problem?.Errors.Keys.FirstOrDefault());

        // The regency writes another; the file stays what it was, also when it is returned and mended.
        await SetAsync("Surat RT", 2);
        var number = filed.Value.Number;
        var desk = await regencies.GetAsync<ReviewApplication, OfficerView>(TwoRegencies.Bukittinggi, new ReviewApplication(Officer, number));
        Assert.Equal(Text, Assert.Single(desk.Application.Evidence, e => e.Requirement == LocalRequirement.Code).LocalText);
        Assert.Contains(desk.Files, f => f.Requirement == LocalRequirement.Code);
        var returned = await regencies.GetAsync<ReturnApplication, OfficerView>(
            TwoRegencies.Bukittinggi, new ReturnApplication(new DeskRequest(Officer, number, desk.Application.Version), "Rekomendasi tidak terbaca.", [LocalRequirement.Code]));
        Assert.Equal([LocalRequirement.Code], returned.Application.FieldsToMend);

        var mended = await regencies.GetAsync<CorrectApplication, ApplicationView>(
            TwoRegencies.Bukittinggi, new CorrectApplication(citizen, number, JsonSerializer.SerializeToElement(new { }), [await UploadAsync(citizen, LocalRequirement.Code)]));
        var evidence = Assert.Single(mended.Evidence, e => e.Requirement == LocalRequirement.Code);
        Assert.Equal((Text, "given"), (evidence.LocalText, evidence.State));
        Assert.NotEqual(desk.Application.Evidence.Single(e => e.Requirement == LocalRequirement.Code).Document, evidence.Document);
        Assert.Equal($"Syarat daerah: {Text}", LocalRequirement.AsFiled(SeedData.Service(Advert), mended).Requirements[^1].NameId);
    }

    private static Applicant Person(string code4, int position) => new($"sub-{SyntheticPeople.NikOf(code4, position)}", SyntheticPeople.NikOf(code4, position), "Siti Anggraini Koto", "+6281200000001", "siti@warga.example");

    private async Task SetAsync(string text, long version) =>
        await regencies.GetAsync<ChangeOffering, OfferingSettings>(TwoRegencies.Bukittinggi, new ChangeOffering(Admin, Advert, true, null, "", version) { TariffIdr = 5_000, ExtraRequirement = text });

    private async Task<Outcome<Receipt>> SubmitAsync(Applicant citizen, params string[] requirements)
    {
        var answers = SampleAnswers.Asked(SeedData.Service(Advert), DateOnly.FromDateTime(regencies.Clock.UtcNow.AddHours(7)));
        answers["npwpd"] = "P.1.0000123.01.02";
        var files = new List<GivenDocument>();
        foreach (var requirement in requirements) files.Add(await UploadAsync(citizen, requirement));
        return await regencies.RunAsync<SubmitApplication, Receipt>(TwoRegencies.Bukittinggi, new SubmitApplication(citizen, Guid.NewGuid().ToString("N"), Advert, JsonSerializer.SerializeToElement(answers), files, null));
    }

    private async Task<GivenDocument> UploadAsync(Applicant citizen, string requirement)
    {
        using var photo = new MemoryStream(SampleFiles.Png());
        return new GivenDocument(requirement, (await regencies.GetAsync<UploadDocument, UploadedDocument>(TwoRegencies.Bukittinggi, new UploadDocument(citizen.Sub, photo, requirement))).Id);
    }
}
