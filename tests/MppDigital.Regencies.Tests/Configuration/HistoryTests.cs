using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Configuration;
using MppDigital.Regencies.Notifications;
using MppDigital.Regencies.Offerings;
using MppDigital.Regencies.Officers;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Configuration;

/// <summary>Every state of a setting can be had again, exactly, and nobody undoes what they have not seen.</summary>
public sealed class HistoryTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private const string Service = "DPM-SIP-04";
    private static readonly StaffMember Admin = new("admin-1", "Rina Marlina", [new OfficerSeat(OfficerRole.Admin, "")]) { HasFreshFactor = true };

    [Fact]
    public async Task Any_earlier_state_is_restored_exactly_and_that_can_be_taken_back_too()
    {
        var states = new List<OfferingSettings> { await ReadAsync() };
        foreach (var (active, contact) in ((bool, string)[])[(true, "Loket 3"), (false, "Loket 3"), (true, "Ruang 2, lantai 1")]) states.Add(await ChangeAsync(active, contact));
        var rows = (await HistoryAsync($"offering:{Service}")).Reverse().ToList();

        Assert.Equal(3, rows.Count);
        Assert.True(rows[0].Added);
        Assert.Equal([new SettingDifference("Active", "True", "False")], rows[1].Differences);
        Assert.All(rows, r => Assert.Equal("admin-1", r.By));
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            Assert.Null(await RestoreAsync(rows[i].Id, toBefore: true));
            Assert.Equal(states[i] with { Version = 0 }, await ReadAsync() with { Version = 0 });
            Assert.Null(await RestoreAsync(rows[i].Id, toBefore: false));
            Assert.Equal(states[i + 1] with { Version = 0 }, await ReadAsync() with { Version = 0 });
        }
    }

    [Fact]
    public async Task Words_that_were_reset_come_back_as_they_were_even_over_newer_ones()
    {
        var first = await WordsAsync("Selesai lebih cepat.");
        var set = (await HistoryAsync("wording:Returned"))[0];
        await WordsAsync(null);
        await WordsAsync("Kata yang lain.");

        foreach (var change in (await HistoryAsync("wording:Returned")).Where(r => r.At == set.At)) Assert.Null(await RestoreAsync(change.Id, toBefore: false));

        var now = await regencies.GetAsync<ReadWording, WordingView>(TwoRegencies.Bukittinggi, new ReadWording(Admin, "Returned"));
        Assert.Equal((first.Id, first.En), (now.Id, now.En));
    }

    [Fact]
    public async Task Who_saw_an_older_state_restores_nothing()
    {
        await ChangeAsync(true, "Loket 9");
        var seen = (await HistoryAsync($"offering:{Service}"))[0];
        await ChangeAsync(true, "Loket 10");

        var refused = await regencies.RunAsync<RestoreConfiguration, Done>(TwoRegencies.Bukittinggi, new RestoreConfiguration(Admin, seen.Id, ToBefore: true, seen.Id));

        Assert.Equal("changed-meanwhile", refused.Problem?.Code);
        Assert.Equal("Loket 10", (await ReadAsync()).Contact);
        Assert.Equal("admins-only", (await regencies.RunAsync<RestoreConfiguration, Done>(TwoRegencies.Bukittinggi, new RestoreConfiguration(Admin with { Seats = [] }, seen.Id, true, seen.Id))).Problem?.Code);
        // Another regency's change is none of its own.
        Assert.Equal("unknown-change", (await regencies.RunAsync<RestoreConfiguration, Done>(TwoRegencies.Padang, new RestoreConfiguration(Admin, seen.Id, true, seen.Id))).Problem?.Code);
    }

    private Task<OfferingSettings> ReadAsync() => regencies.GetAsync<ReadOfferingSettings, OfferingSettings>(TwoRegencies.Bukittinggi, new ReadOfferingSettings(Admin, Service));

    private async Task<OfferingSettings> ChangeAsync(bool active, string contact) =>
        await regencies.GetAsync<ChangeOffering, OfferingSettings>(TwoRegencies.Bukittinggi, new ChangeOffering(Admin, Service, active, null, contact, (await ReadAsync()).Version));

    private async Task<WordingView> WordsAsync(string? extra)
    {
        var seen = await regencies.GetAsync<ReadWording, WordingView>(TwoRegencies.Bukittinggi, new ReadWording(Admin, "Returned"));
        var (id, en) = extra is null ? (null, null) : (seen.Id with { Body = $"{seen.Id.Body}\n\n{extra}" }, seen.En with { Body = $"{seen.En.Body}\n\n{extra}" });
        regencies.Clock.Advance(TimeSpan.FromMinutes(1));
        return await regencies.GetAsync<ChangeWording, WordingView>(TwoRegencies.Bukittinggi, new ChangeWording(Admin, "Returned", id, en, seen.Version));
    }

    private async Task<IReadOnlyList<ConfigurationRow>> HistoryAsync(string subject) =>
        (await regencies.GetAsync<ListConfiguration, ConfigurationHistory>(TwoRegencies.Bukittinggi, new ListConfiguration(Admin, subject))).Rows;

    private async Task<string?> RestoreAsync(Guid change, bool toBefore)
    {
        var sheet = await regencies.GetAsync<ReadConfigurationChange, ConfigurationSheet>(TwoRegencies.Bukittinggi, new ReadConfigurationChange(Admin, change));
        return (await regencies.RunAsync<RestoreConfiguration, Done>(TwoRegencies.Bukittinggi, new RestoreConfiguration(Admin, change, toBefore, sheet.Newest))).Problem?.Code;
    }
}
