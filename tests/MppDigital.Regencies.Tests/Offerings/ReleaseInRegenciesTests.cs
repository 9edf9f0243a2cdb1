using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Releases;
using MppDigital.National.Ministry;
using MppDigital.National.Snapshots;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Offerings;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Offerings;

/// <summary>What a national release and its bounds mean inside a regency.</summary>
public sealed class ReleaseInRegenciesTests : IAsyncLifetime
{
    private const string Nurse = "DPM-SIP-04";
    private static readonly RegencyCode Here = TwoRegencies.Bukittinggi;
    private static readonly MinistryStaff Owner = new("owner", "Pemilik katalog", [MinistryRole.CatalogOwner]) { HasFreshFactor = true };
    private static readonly StaffMember Admin = new("admin", "Pengelola", [new OfficerSeat(OfficerRole.Admin, "")]);

    private readonly TwoRegencies regencies = new();

    [Fact]
    public async Task An_application_on_its_way_keeps_the_version_it_was_filed_with()
    {
        var before = await FileAsync(0);
        var release = await StartAsync(await SaveAsync(s => s with { NameId = "SIP Perawat, versi kedua" }), Here);
        var after = await FileAsync(1);

        Assert.Equal((1, 2), (before.CatalogVersion, after.CatalogVersion));
        Assert.Equal((1, 2), ((await OfferAsync(TwoRegencies.Padang)).CatalogVersion, (await OfferAsync(Here)).CatalogVersion));
        await WatchAsync();
        var preview = await regencies.GetAsync<PreviewRelease, ReleasePreview>(Here, new PreviewRelease(Nurse, 2));
        Assert.Equal([new InFlight(Nurse, 1, 1)], preview.Staying);

        await MoveAsync(release, ReleaseAction.RollBack);
        Assert.Equal(1, (await OfferAsync(Here)).CatalogVersion);
        var kept = await regencies.GetAsync<ReadApplication, ApplicationView>(Here, new ReadApplication("sub-" + SyntheticPeople.NikOf("1375", 1), after.Number));
        Assert.Equal(2, kept.CatalogVersion);
    }

    [Fact]
    public async Task An_override_that_was_smuggled_in_changes_nothing_for_citizens_and_is_found()
    {
        await SmuggleAsync("INSERT INTO offerings (Service, Active, WorkingDays, TariffIdr, ExtraRequirement, Contact, Version) VALUES ('DPM-SIP-04', 1, 9, 250000, 'Surat RT', '', 1)");
        await SmuggleAsync("INSERT INTO offerings (Service, Active, WorkingDays, TariffIdr, ExtraRequirement, Contact, Version) VALUES ('NO-SUCH-01', 1, NULL, NULL, '', '', 1)");

        var offer = await OfferAsync(Here);
        Assert.Equal((5, "", 0L), (offer.Offer.WorkingDays, offer.Offer.ExtraRequirement, offer.Definition.Fee.AmountIdr));
        Assert.Equal(5, (await regencies.GetAsync<ListOfferings, Page<OfferingRow>>(Here, new ListOfferings())).Items.Single(o => o.Code == Nurse).WorkingDays);

        await regencies.VisitAsync(Here, "send-standing");
        await regencies.VisitAsync(TwoRegencies.Padang, "send-standing");
        var conformance = await regencies.GetAsync<ReadConformance, Conformance>(Here, new ReadConformance());
        var found = conformance.Regencies[0];
        Assert.Equal((Here.Value, 0.9643m, 2), (found.Code, found.Conformance, conformance.Told));
        Assert.Equal(
            [("/code", "national", "NO-SUCH-01"), ("/fee", "national", "250000"), ("/processing_time", "1..5", "9"), ("/requirements", "national", "extra")],
            found.Deviations.Select(d => (d.Element, d.Expected, d.Found)).Order());
        Assert.Equal(1m, conformance.Regencies.Single(r => r.Code == TwoRegencies.Padang.Value).Conformance);
    }

    [Theory]
    [InlineData(0, null, "", "/workingDays")]
    [InlineData(6, null, "", "/workingDays")]
    [InlineData(null, 1000L, "", "/tariffIdr")]
    [InlineData(null, null, "Surat pengantar RT", "/extraRequirement")]
    public async Task A_save_outside_the_bounds_is_refused(int? days, long? tariff, string extra, string field)
    {
        var refused = await regencies.RunAsync<ChangeOffering, OfferingSettings>(Here, new ChangeOffering(Admin, Nurse, true, days, "", 0) { TariffIdr = tariff, ExtraRequirement = extra });

        Assert.Equal([field], refused.Problem!.Errors.Keys);
    }

    [Fact]
    public async Task A_lawful_override_holds_and_counts_as_true()
    {
        var reklame = new ChangeOffering(Admin, "DPM-RKL-01", true, 2, "", 1) { TariffIdr = 6_000, ExtraRequirement = "Rekomendasi titik menurut Perda 5/2024" };
        await regencies.GetAsync<ChangeOffering, OfferingSettings>(Here, reklame);
        await regencies.VisitAsync(Here, "send-standing");

        var offer = await regencies.GetAsync<ReadOffering, OfferingView>(Here, new ReadOffering("DPM-RKL-01", null));
        Assert.Equal((2, reklame.ExtraRequirement, 6_000L), (offer.Offer.WorkingDays, offer.Offer.ExtraRequirement, offer.Offer.TariffIdr));
        Assert.Equal(1m, (await regencies.GetAsync<ReadConformance, Conformance>(Here, new ReadConformance())).Regencies.Single(r => r.Code == Here.Value).Conformance);
    }

    [Fact]
    public async Task The_watch_halts_a_release_whose_new_bounds_an_override_breaks()
    {
        await regencies.GetAsync<ChangeOffering, OfferingSettings>(Here, new ChangeOffering(Admin, Nurse, true, 1, "", 0));
        var release = await StartAsync(await SaveAsync(s => s with { OverrideBounds = s.OverrideBounds! with { ShortestWorkingDays = 3 } }), Here);

        await WatchAsync();

        release = await regencies.GetAsync<ReadRelease, ReleaseView>(Here, new ReadRelease(release.Id));
        Assert.Equal((ReleaseState.Halted, "conformance"), (release.State, release.HaltedBy));
        Assert.Equal(5, (await OfferAsync(Here)).Offer.WorkingDays);
    }

    [Fact]
    public async Task The_watch_halts_a_release_in_a_regency_that_does_not_answer()
    {
        // 31.74 is in the registry and has no database here.
        var release = await StartAsync(await SaveAsync(s => s with { NameId = "SIP Perawat, versi kedua" }), RegencyCode.Parse("31.74"));

        await WatchAsync();

        Assert.Equal("health", (await regencies.GetAsync<ReadRelease, ReleaseView>(Here, new ReadRelease(release.Id))).HaltedBy);
    }

    public Task InitializeAsync() => regencies.InitializeAsync();

    public Task DisposeAsync() => regencies.DisposeAsync();

    private Task<OfferingView> OfferAsync(RegencyCode regency) => regencies.GetAsync<ReadOffering, OfferingView>(regency, new ReadOffering(Nurse, null));

    private async Task<int> SaveAsync(Func<ServiceDefinition, ServiceDefinition> change) =>
        (await regencies.GetAsync<SaveVersion, VersionSaved>(Here, new SaveVersion(Owner, Nurse, JsonSerializer.SerializeToNode(change(SeedData.Service(Nurse)), DefinitionJson.Options), Guid.NewGuid().ToString()))).Version;

    private async Task<ReleaseView> StartAsync(int version, RegencyCode canary)
    {
        var release = await regencies.GetAsync<OpenRelease, ReleaseView>(Here, new OpenRelease(Owner, Nurse, version, Guid.NewGuid().ToString()));
        return await MoveAsync(release, ReleaseAction.Start, canary.Value);
    }

    private async Task<ReleaseView> MoveAsync(ReleaseView release, ReleaseAction action, params string[] codes)
    {
        var moved = await regencies.GetAsync<MoveRelease, ReleaseView>(Here, new MoveRelease(Owner, release.Id, action, codes, [], release.Version));
        await using var scope = regencies.Enter(Here);
        await scope.ServiceProvider.GetRequiredService<NationalSnapshots>().RefreshAsync(CancellationToken.None);
        return moved;
    }

    private async Task WatchAsync()
    {
        await using var scope = regencies.Enter(Here);
        await scope.ServiceProvider.GetServices<IJobHandler>().Single(j => j.Kind == RegenciesServices.WatchReleasesJob).RunAsync("{}", CancellationToken.None);
    }

    /// <summary>What somebody with a database console can do.</summary>
    private async Task SmuggleAsync(string sql)
    {
        await using var scope = regencies.Enter(Here);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        Assert.Equal(1, await db.Database.ExecuteSqlRawAsync(sql));
    }

    private async Task<Receipt> FileAsync(int position)
    {
        var nik = SyntheticPeople.NikOf("1375", position);
        var citizen = new Applicant($"sub-{nik}", nik, "Siti Anggraini Koto", "+6281200000001", "siti@warga.example");
        using var photo = new MemoryStream(SampleFiles.Png());
        var file = await regencies.GetAsync<UploadDocument, UploadedDocument>(Here, new UploadDocument(citizen.Sub, photo, "foto"));
        var answers = SampleAnswers.Asked(SeedData.Service(Nurse), DateOnly.FromDateTime(regencies.Clock.UtcNow.AddHours(7)));
        answers["fasilitas"] = "Klinik Pratama Cempaka";
        return await regencies.GetAsync<SubmitApplication, Receipt>(Here, new SubmitApplication(citizen, Guid.NewGuid().ToString("N"), Nurse, JsonSerializer.SerializeToElement(answers), [new GivenDocument("foto", file.Id)], null));
    }
}
