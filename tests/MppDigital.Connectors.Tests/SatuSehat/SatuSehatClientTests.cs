using MppDigital.Connectors.SatuSehat;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.Tests.SatuSehat;

public sealed class SatuSehatClientTests : IAsyncLifetime
{
    private static readonly RegencyCode Bukittinggi = RegencyCode.Parse("13.75");

    private RunningConnectors connectors = null!;

    private SatuSehatClient Client => connectors.Get<SatuSehatClient>();

    public async Task InitializeAsync() => connectors = await RunningConnectors.StartAsync();

    public async Task DisposeAsync() => await connectors.DisposeAsync();

    [Fact]
    public async Task Finds_a_nurse_with_a_registration_for_life()
    {
        var nik = SyntheticPeople.NikOf("1375", 0);

        var found = Assert.IsType<Lookup<HealthWorker>.Found>(await Client.GetHealthWorkerAsync(nik, default));

        Assert.Equal(("perawat", true), (found.Data.Profession, found.Data.CreditPointsSufficient));
        Assert.True(found.Data.Registration.IsValidOn(new DateOnly(2060, 1, 1)));
        Assert.Equal(12, found.Data.Registration.Number.Length);
        Assert.DoesNotContain(nik[6..12], found.Data.Registration.Number);
    }

    [Theory]
    [InlineData(3, "perawat", true, false)]
    [InlineData(4, "bidan", true, true)]
    [InlineData(5, "dokter", true, true)]
    [InlineData(6, "apoteker", false, true)]
    public async Task Knows_profession_standing_and_credit_points(int position, string profession, bool active, bool sufficient)
    {
        var found = Assert.IsType<Lookup<HealthWorker>.Found>(await Client.GetHealthWorkerAsync(SyntheticPeople.NikOf("1375", position), default));

        Assert.Equal((profession, active, sufficient), (found.Data.Profession, found.Data.Registration.Active, found.Data.CreditPointsSufficient));
    }

    [Fact]
    public async Task Does_not_find_a_farmer_among_health_workers() =>
        Assert.IsType<Lookup<HealthWorker>.NotFound>(await Client.GetHealthWorkerAsync(SyntheticPeople.NikOf("1375", 9), default));

    [Fact]
    public async Task Lists_other_facilities_for_another_regency()
    {
        var here = Assert.IsType<Lookup<IReadOnlyList<HealthFacility>>.Found>(await Client.GetFacilitiesAsync(Bukittinggi, default));
        var there = Assert.IsType<Lookup<IReadOnlyList<HealthFacility>>.Found>(await Client.GetFacilitiesAsync(RegencyCode.Parse("13.71"), default));

        Assert.NotEmpty(here.Data);
        Assert.Empty(here.Data.Select(f => f.Code).Intersect(there.Data.Select(f => f.Code)));
        Assert.Equal(here.Data.Count, here.Data.Select(f => f.Name).Distinct().Count());
    }

    [Theory]
    [InlineData("no-answer", Outage.TimedOut)]
    [InlineData("slow", Outage.TimedOut)]
    [InlineData("500", Outage.Refused)]
    [InlineData("wrong-data", Outage.Unreadable)]
    public async Task Tells_an_outage_from_a_worker_who_does_not_exist(string fault, Outage expected)
    {
        await connectors.SwitchAsync("SatuSehat", fault);

        var farmer = await Client.GetHealthWorkerAsync(SyntheticPeople.NikOf("1375", 9), default);
        var firstNurse = await Client.GetHealthWorkerAsync(SyntheticPeople.NikOf("1375", 0), default);
        var facilities = await Client.GetFacilitiesAsync(Bukittinggi, default);

        Assert.Equal(new Lookup<HealthWorker>.Unavailable(expected), farmer);
        Assert.Equal(new Lookup<HealthWorker>.Unavailable(expected), firstNurse);
        Assert.Equal(new Lookup<IReadOnlyList<HealthFacility>>.Unavailable(expected), facilities);
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(false, null, false)]
    [InlineData(true, "2026-11-19", true)]
    [InlineData(true, "2026-11-18", false)]
    public void Counts_a_registration_as_valid_up_to_and_including_its_last_day(bool active, string? until, bool valid) =>
        Assert.Equal(valid, new ProfessionalRegistration("SY1", active, until is null ? null : DateOnly.Parse(until, null)).IsValidOn(new DateOnly(2026, 11, 19)));
}
