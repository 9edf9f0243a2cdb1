using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Releases;
using MppDigital.National.Ministry;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Tests.Catalog.Releases;

/// <summary>A version on its way into the regencies: who has it when, who may move it, and what stops it.</summary>
public sealed class ReleaseWayTests : IAsyncLifetime, IDisposable
{
    private const string Nurse = "DPM-SIP-04";
    private const string Bukittinggi = "13.75";
    private const string Padang = "13.71";

    private static readonly MinistryStaff First = Owner("owner-1");
    private static readonly MinistryStaff Second = Owner("owner-2");
    private static readonly MinistryStaff Analyst = new("analyst", "Analis", [MinistryRole.Analyst]);

    private readonly NationalDatabase national = new();

    [Fact]
    public async Task Reaches_first_the_canaries_then_a_wave_then_all_and_costs_one_row()
    {
        var release = await ReleaseAsync(await SaveAsync("SIP Perawat, versi kedua"));
        Assert.Equal((1, 1, 1), await InForceAsync());

        release = await MoveAsync(First, release, ReleaseAction.Start, Bukittinggi);
        Assert.Equal((2, 1, 1), await InForceAsync());

        release = await MoveAsync(First, release, ReleaseAction.Widen, [], ["13"]);
        Assert.Equal((2, 2, 1), await InForceAsync());
        Assert.Equal(19, release.Reached.Count);

        release = await MoveAsync(First, release, ReleaseAction.PublishToAll);
        Assert.Equal((ReleaseState.Wave, true), (release.State, release.AskedForAll));
        Assert.Equal("second-person-needed", (await TryAsync(First, release, ReleaseAction.PublishToAll)).Problem?.Code);
        release = await MoveAsync(Second, release, ReleaseAction.PublishToAll);

        Assert.Equal(ReleaseState.Everywhere, release.State);
        Assert.Equal((2, 2, 2), await InForceAsync());
        await using var db = national.Open();
        Assert.Equal(1, await db.Releases.CountAsync());
        Assert.Null(await AuditTrail.FirstBrokenAsync(db, CancellationToken.None));
        Assert.Equal(["version-saved", "release-opened", "release-start", "release-widen", "release-publish-to-all", "release-publish-to-all"], await db.Set<AuditRow>().OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync());
    }

    [Fact]
    public async Task Is_taken_back_from_one_regency_and_from_all()
    {
        var release = await EverywhereAsync(await SaveAsync("SIP Perawat, versi kedua"));

        release = await MoveAsync(First, release, ReleaseAction.RollBackOne, Padang);
        Assert.Equal((2, 1, 2), await InForceAsync());
        Assert.Equal("regency-not-reached", (await TryAsync(First, release, ReleaseAction.RollBackOne, Padang)).Problem?.Code);

        await MoveAsync(First, release, ReleaseAction.RollBack);
        Assert.Equal((1, 1, 1), await InForceAsync());
        Assert.NotNull(national.Catalog.Find(Nurse, 2));
    }

    [Fact]
    public async Task Waits_for_the_date_of_effect_in_each_regencys_own_zone()
    {
        await EverywhereAsync(await SaveAsync("SIP Perawat menurut aturan baru", new DateOnly(2027, 1, 1)));
        var (jayapura, here) = (RegencyCode.Parse("91.71"), RegencyCode.Parse(Bukittinggi));
        Assert.Equal((1, 1), (VersionIn(jayapura), VersionIn(here)));

        // 23.30 in Jakarta is half past one in Papua, where the new year has begun.
        national.Clock.AdvanceTo(new DateTime(2026, 12, 31, 16, 30, 0, DateTimeKind.Utc));
        Assert.Equal((2, 1), (VersionIn(jayapura), VersionIn(here)));
        Assert.Equal(1, national.Catalog.Find(Nurse)!.Version);
        national.Clock.AdvanceTo(new DateTime(2026, 12, 31, 17, 0, 0, DateTimeKind.Utc));

        Assert.Equal((2, 2), (VersionIn(jayapura), VersionIn(here)));
        Assert.Equal(2, national.Catalog.Find(Nurse)!.Version);
    }

    [Fact]
    public async Task A_correction_does_not_outlive_the_law_that_begins_later()
    {
        await EverywhereAsync(await SaveAsync("SIP Perawat menurut aturan baru", new DateOnly(2027, 1, 1)));
        var correction = await SaveAsync("SIP Perawat, salah ketik dibetulkan");

        await EverywhereAsync(correction);

        Assert.Equal(3, VersionIn(RegencyCode.Parse(Bukittinggi)));
        national.Clock.AdvanceTo(new DateTime(2027, 1, 2, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(2, VersionIn(RegencyCode.Parse(Bukittinggi)));
    }

    [Theory]
    [InlineData("conformance")]
    [InlineData("errors")]
    [InlineData("health")]
    public async Task Halts_by_itself_when_a_gate_fails_and_goes_no_further(string gate)
    {
        var release = await MoveAsync(First, await ReleaseAsync(await SaveAsync("SIP Perawat, versi kedua")), ReleaseAction.Start, Bukittinggi);
        await national.Snapshots.RefreshAsync(CancellationToken.None);
        Assert.Empty((await JudgeAsync()).Halted);
        // What lies just within the limits halts nothing, nor does what happens where the version is not.
        await TrafficAsync(Bukittinggi, 200, 2);
        await TrafficAsync(Padang, 100, 100);
        await StandAsync(Padang, new Deviation(Nurse, 1, "/processing_time", "1..5", "9"));
        Assert.Empty((await JudgeAsync(Padang)).Halted);

        if (gate == "errors") await TrafficAsync(Bukittinggi, 10, 5);
        if (gate == "conformance") await StandAsync(Bukittinggi, new Deviation(Nurse, 2, "/processing_time", "1..5", "9"));
        var judged = gate == "health" ? await JudgeAsync(Bukittinggi) : await JudgeAsync();

        Assert.Equal([release.Id], judged.Halted);
        release = await national.GetAsync<ReadRelease, ReleaseView>(new ReadRelease(release.Id));
        Assert.Equal((ReleaseState.Halted, gate), (release.State, release.HaltedBy));
        Assert.Equal([gate], release.Gates.Where(g => !g.Passed).Select(g => g.Gate));
        if (gate == "conformance") Assert.Equal(1, release.Gates.Single(g => g.Gate == gate).Measured);
        Assert.Equal("illegal-transition", (await TryAsync(First, release, ReleaseAction.Widen, Padang)).Problem?.Code);
        Assert.Equal("illegal-transition", (await TryAsync(Second, release, ReleaseAction.PublishToAll)).Problem?.Code);
        Assert.Equal((2, 1, 1), await InForceAsync());
        Assert.Empty((await JudgeAsync()).Halted);
        // Resumed, it is judged by what comes after.
        release = await MoveAsync(First, release, ReleaseAction.Resume);
        Assert.Equal(0, release.Gates.Single(g => g.Gate == "errors").Of);
    }

    [Fact]
    public async Task Only_a_catalog_owner_with_a_fresh_factor_and_the_present_state_moves_it()
    {
        Assert.Equal("catalog-owners-only", (await national.RunAsync<SaveVersion, VersionSaved>(new SaveVersion(Analyst, Nurse, Text("x"), "key-analyst"))).Problem?.Code);
        var version = await SaveAsync("SIP Perawat, versi kedua");
        Assert.Equal("catalog-owners-only", (await national.RunAsync<OpenRelease, ReleaseView>(new OpenRelease(Analyst, Nurse, version, "key-analyst"))).Problem?.Code);
        var release = await ReleaseAsync(version);

        Assert.Equal("catalog-owners-only", (await TryAsync(Analyst, release, ReleaseAction.Start, Bukittinggi)).Problem?.Code);
        Assert.Equal("version-required", (await national.RunAsync<MoveRelease, ReleaseView>(new MoveRelease(First, release.Id, ReleaseAction.Start, [Bukittinggi], [], null))).Problem?.Code);
        Assert.Equal(ProblemKind.Stale, (await national.RunAsync<MoveRelease, ReleaseView>(new MoveRelease(First, release.Id, ReleaseAction.Start, [Bukittinggi], [], release.Version + 1))).Problem?.Kind);
        Assert.Equal("step-up-required", (await TryAsync(First with { HasFreshFactor = false }, release, ReleaseAction.PublishToAll)).Problem?.Code);
        Assert.Equal(["/regencies/1"], (await TryAsync(First, release, ReleaseAction.Start, Bukittinggi, "99.99")).Problem!.Errors.Keys);
        Assert.Equal("regencies-missing", (await TryAsync(First, release, ReleaseAction.Start)).Problem?.Code);
        Assert.Equal("illegal-transition", (await TryAsync(First, release, ReleaseAction.Halt)).Problem?.Code);
        Assert.Equal((1, 1, 1), await InForceAsync());
    }

    [Fact]
    public async Task One_release_of_a_service_at_a_time_and_none_of_an_old_version()
    {
        var version = await SaveAsync("SIP Perawat, versi kedua");
        var release = await ReleaseAsync(version);

        Assert.Equal("release-open", (await national.RunAsync<OpenRelease, ReleaseView>(new OpenRelease(Second, Nurse, version, "another-key"))).Problem?.Code);
        Assert.Equal(release.Id, (await national.GetAsync<OpenRelease, ReleaseView>(new OpenRelease(First, Nurse, version, $"release-{version}"))).Id);
        await MoveAsync(First, release, ReleaseAction.Withdraw);
        Assert.Equal("version-not-newer", (await national.RunAsync<OpenRelease, ReleaseView>(new OpenRelease(First, Nurse, 1, "old-version"))).Problem?.Code);
        Assert.Equal("version-not-found", (await national.RunAsync<OpenRelease, ReleaseView>(new OpenRelease(First, Nurse, 9, "no-version"))).Problem?.Code);
    }

    [Fact]
    public async Task A_repeated_save_finds_its_version_and_a_faulty_one_stores_nothing()
    {
        var version = await SaveAsync("SIP Perawat, versi kedua");

        Assert.Equal(version, (await national.GetAsync<SaveVersion, VersionSaved>(new SaveVersion(First, Nurse, Text("SIP Perawat, versi kedua"), "save-SIP Perawat, versi kedua"))).Version);
        Assert.Equal("idempotency-key-reused", (await national.RunAsync<SaveVersion, VersionSaved>(new SaveVersion(First, Nurse, Text("lain"), "save-SIP Perawat, versi kedua"))).Problem?.Code);
        Assert.Equal("nothing-changed", (await national.RunAsync<SaveVersion, VersionSaved>(new SaveVersion(First, Nurse, Text("SIP Perawat, versi kedua"), "a-new-key"))).Problem?.Code);
        var faulty = Text("");
        faulty["workflow"]![0]!["agency"] = "NOBODY";
        Assert.Equal(["/name_id", "/workflow/0/agency"], (await national.RunAsync<SaveVersion, VersionSaved>(new SaveVersion(First, Nurse, faulty, "faulty-key"))).Problem!.Errors.Keys.Order());
        var other = Text("Layanan lain");
        Assert.Equal("service-exists", (await national.RunAsync<SaveVersion, VersionSaved>(new SaveVersion(First, null, other, "taken-key"))).Problem?.Code);
        Assert.Equal("another-code", (await national.RunAsync<SaveVersion, VersionSaved>(new SaveVersion(First, "DPM-SIP-05", other, "other-key"))).Problem?.Code);
        await using var db = national.Open();
        Assert.Equal(2, await db.ServiceVersions.CountAsync(v => v.Code == Nurse));
    }

    [Fact]
    public async Task A_preview_tells_who_is_affected_which_overrides_fall_and_what_stays()
    {
        await StandAsync(Padang, new StandingDetail([], [new(Nurse, new LocalOverride(1))], [new(Nurse, 1, 7), new("DKC-KK-01", 1, 3)]));
        await StandAsync(Bukittinggi, new StandingDetail([], [new(Nurse, new LocalOverride(4))], [new(Nurse, 1, 5)]));
        var version = await SaveAsync("SIP Perawat, versi kedua", shortest: 3);

        var preview = await national.GetAsync<PreviewRelease, ReleasePreview>(new PreviewRelease(Nurse, version));

        Assert.Equal((514, 2, false), (preview.Affected, preview.Told, preview.NeverInForce));
        Assert.Equal([(Padang, "3..5", "1")], preview.Illegal.Select(i => (i.Regency, i.Deviation.Expected, i.Deviation.Found)));
        Assert.Equal([new InFlight(Nurse, 1, 12)], preview.Staying);
        Assert.Equal(["/name_id", "/override_bounds/shortest_working_days"], preview.Changes.Select(c => c.Element).Order());
    }

    [Fact]
    public async Task The_mean_of_the_country_is_one_only_without_any_deviation()
    {
        foreach (var regency in national.Directory.All) await StandAsync(regency.Code.Value);
        Assert.Equal(1m, (await national.GetAsync<ReadConformance, Conformance>(new ReadConformance())).National);
        national.Clock.Advance(TimeSpan.FromSeconds(1));
        await StandAsync(Padang, new Deviation(Nurse, 1, "/processing_time", "1..5", "9"));
        Assert.Equal(0.9999m, (await national.GetAsync<ReadConformance, Conformance>(new ReadConformance())).National);
    }

    [Theory]
    [InlineData(56, 0, "1")]
    [InlineData(56, 1, "0.9821")]
    [InlineData(56, 56, "0")]
    [InlineData(100_000, 1, "0.9999")]
    [InlineData(0, 1, "0")]
    public void Conformance_is_a_share_that_is_one_only_without_any_deviation(int services, int deviating, string share) =>
        Assert.Equal(decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture), ConformanceShare.Of(services, deviating));

    public async Task InitializeAsync() => await national.InitializeAsync();

    public async Task DisposeAsync() => await national.DisposeAsync();

    public void Dispose() => national.Dispose();

    private static MinistryStaff Owner(string sub) => new(sub, "Pemilik katalog", [MinistryRole.CatalogOwner]) { HasFreshFactor = true };

    private static JsonNode Text(string name, DateOnly? from = null, int shortest = 1)
    {
        var service = NationalDatabase.Seed.Services.Single(s => s.Code == Nurse);
        return JsonSerializer.SerializeToNode(service with { NameId = name, EffectiveFrom = from, OverrideBounds = service.OverrideBounds! with { ShortestWorkingDays = shortest } }, DefinitionJson.Options)!;
    }

    private async Task<int> SaveAsync(string name, DateOnly? from = null, int shortest = 1) =>
        (await national.GetAsync<SaveVersion, VersionSaved>(new SaveVersion(First, Nurse, Text(name, from, shortest), $"save-{name}"))).Version;

    private Task<ReleaseView> ReleaseAsync(int version) => national.GetAsync<OpenRelease, ReleaseView>(new OpenRelease(First, Nurse, version, $"release-{version}"));

    private async Task<ReleaseView> EverywhereAsync(int version)
    {
        var release = await MoveAsync(First, await ReleaseAsync(version), ReleaseAction.PublishToAll);
        release = await MoveAsync(Second, release, ReleaseAction.PublishToAll);
        await national.Snapshots.RefreshAsync(CancellationToken.None);
        return release;
    }

    private Task<ReleaseView> MoveAsync(MinistryStaff who, ReleaseView release, ReleaseAction action, params string[] regencies) => MoveAsync(who, release, action, regencies, []);

    private async Task<ReleaseView> MoveAsync(MinistryStaff who, ReleaseView release, ReleaseAction action, string[] regencies, string[] provinces) =>
        await national.GetAsync<MoveRelease, ReleaseView>(new MoveRelease(who, release.Id, action, regencies, provinces, release.Version));

    private Task<Outcome<ReleaseView>> TryAsync(MinistryStaff who, ReleaseView release, ReleaseAction action, params string[] regencies) =>
        national.RunAsync<MoveRelease, ReleaseView>(new MoveRelease(who, release.Id, action, regencies, [], release.Version));

    private Task<ReleasesJudged> JudgeAsync(params string[] unreachable) => national.GetAsync<JudgeReleases, ReleasesJudged>(new JudgeReleases(unreachable));

    private Task StandAsync(string regency, params Deviation[] deviations) => StandAsync(regency, new StandingDetail(deviations, [], []));

    private Task StandAsync(string regency, StandingDetail detail) => national.GetAsync<PushStanding, Done>(new PushStanding(RegencyCode.Parse(regency), national.Clock.UtcNow, 56, detail));

    private Task TrafficAsync(string regency, long requests, long failures) =>
        national.GetAsync<CountReleaseTraffic, Done>(new CountReleaseTraffic(new Dictionary<RegencyCode, TrafficCount> { [RegencyCode.Parse(regency)] = new(requests, failures) }));

    /// <summary>The versions in force in Bukittinggi, in Padang and in the nation, as another node sees them.</summary>
    private async Task<(int Bukittinggi, int Padang, int Nation)> InForceAsync()
    {
        await national.Snapshots.RefreshAsync(CancellationToken.None);
        return (VersionIn(RegencyCode.Parse(Bukittinggi)), VersionIn(RegencyCode.Parse(Padang)), national.Catalog.Find(Nurse)!.Version);
    }

    private int VersionIn(RegencyCode code) => new CatalogInForce(national.Get<PublishedCatalog>(), Entered(code), national.Clock).Find(Nurse)!.Version;

    private CurrentRegency Entered(RegencyCode code)
    {
        var current = new CurrentRegency();
        current.Enter(national.Directory.Find(code)!);
        return current;
    }
}
