using System.Text.Json;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Definitions;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Officers;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications;

/// <summary>What another system or a counter decides: we say where, and decide, count and issue nothing.</summary>
public sealed class OutsideServicesTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private static readonly Applicant Citizen = new($"sub-{SyntheticPeople.NikOf("1375", 0)}", SyntheticPeople.NikOf("1375", 0), "Siti Anggraini Koto", "+6281200000001", "siti@warga.example");

    [Fact]
    public void Every_service_that_is_not_decided_here_says_where_it_is()
    {
        var outside = SeedData.Services.Where(s => !s.DecidedHere).ToList();

        Assert.Equal(22, outside.Count);
        Assert.All(outside, s => Assert.NotNull(s.Delivery.Outside));
        Assert.All(outside, s => Assert.Empty(s.Workflow));
        Assert.All(SeedData.Services.Where(s => s.DecidedHere), s => Assert.Null(s.Delivery.Outside));
    }

    [Theory]
    [InlineData("DPM-PBG-01", "simbg.pu.go.id")]
    [InlineData("OSS-NIB-01", "oss.go.id")]
    [InlineData("POL-SKCK-01", "skck.polri.go.id")]
    public async Task What_is_handed_over_leads_to_its_own_site_and_never_gets_a_clock_or_a_document_of_ours(string code, string site)
    {
        var service = SeedData.Service(code);
        Assert.Equal(site, new Uri(service.Delivery.Outside!.Address!).Host);

        var form = await regencies.GetAsync<PrepareForm, PreparedForm>(TwoRegencies.Bukittinggi, new PrepareForm(Citizen, code));
        var answers = SampleAnswers.For(service, DateOnly.FromDateTime(regencies.Clock.UtcNow.AddHours(7)));
        foreach (var held in service.FormFields.Where(f => f.Compute is not null || form.Held.ValueFor(f) is not null)) answers.Remove(held.Name);
        var files = new List<GivenDocument>();
        foreach (var requirement in form.ToUpload) files.Add(new GivenDocument(requirement, await UploadAsync(requirement)));
        var receipt = await regencies.GetAsync<SubmitApplication, Receipt>(
            TwoRegencies.Bukittinggi, new SubmitApplication(Citizen, Guid.NewGuid().ToString("N"), code, JsonSerializer.SerializeToElement(answers), files, null));

        regencies.Clock.AdvanceTo(regencies.Clock.UtcNow.AddDays(60));
        var head = new StaffMember("head-1", "Rina Marlina", [new OfficerSeat(OfficerRole.Head, service.Agency.Code)]) { HasFreshFactor = true };
        var seen = await regencies.GetAsync<ReadApplication, ApplicationView>(TwoRegencies.Bukittinggi, new ReadApplication(Citizen.Sub, receipt.Number));

        Assert.Equal((null, null, "submitted"), (seen.CompleteAt, seen.DueOn, seen.Status));
        Assert.False((await regencies.RunAsync<ApproveApplication, OfficerView>(TwoRegencies.Bukittinggi, new ApproveApplication(new DeskRequest(head, receipt.Number, seen.Version), ""))).Succeeded);
        Assert.Equal("no-document", (await regencies.RunAsync<ReadIssuedDocument, IssuedFile>(TwoRegencies.Bukittinggi, new ReadIssuedDocument(Citizen.Sub, receipt.Number))).Problem?.Code);
    }

    [Theory]
    [InlineData("POL-SIM-01", "Satpas")]
    [InlineData("DKC-IKD-01", "Loket Dukcapil")]
    public async Task What_is_done_at_a_counter_names_it_and_cannot_be_filed_here(string code, string counter)
    {
        Assert.StartsWith(counter, SeedData.Service(code).Delivery.Outside!.NameId, StringComparison.Ordinal);

        Assert.Equal("counter-only", (await regencies.RunAsync<PrepareForm, PreparedForm>(TwoRegencies.Bukittinggi, new PrepareForm(Citizen, code))).Problem?.Code);
        var answers = SampleAnswers.For(SeedData.Service(code), DateOnly.FromDateTime(regencies.Clock.UtcNow.AddHours(7)));
        var filed = await regencies.RunAsync<SubmitApplication, Receipt>(TwoRegencies.Bukittinggi, new SubmitApplication(Citizen, Guid.NewGuid().ToString("N"), code, JsonSerializer.SerializeToElement(answers), [], null));
        Assert.Equal(ProblemKind.Conflict, filed.Problem?.Kind);
        Assert.Equal("counter-only", filed.Problem?.Code);
    }

    [Theory]
    [InlineData("http://oss.go.id")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://oss")]
    [InlineData("https://user@oss.go.id")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("/layanan")]
    public void An_address_that_is_no_official_site_is_refused(string address)
    {
        var service = SeedData.Service("OSS-NIB-01");
        var faulty = service with { Delivery = service.Delivery with { Outside = service.Delivery.Outside! with { Address = address } } };

        Assert.Equal("/delivery/outside/address", Assert.Single(DefinitionCheck.Of(DefinitionJson.Write(faulty)).Faults).Path);
    }

    private async Task<Guid> UploadAsync(string requirement)
    {
        using var paper = new MemoryStream(SampleFiles.Png());
        return (await regencies.GetAsync<UploadDocument, UploadedDocument>(TwoRegencies.Bukittinggi, new UploadDocument(Citizen.Sub, paper, requirement))).Id;
    }
}
