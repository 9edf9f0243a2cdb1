using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Connectors.Calls;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Identification;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Tests.Documents.Registers;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications;

/// <summary>A register that was silent at filing: the file is stored and marked, and confirmed once when the register is back, unless it contradicts.</summary>
public sealed class ConfirmLaterTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private const string FamilyCard = "DKC-KK-03";

    private readonly CivilOffice office = new(regencies);

    [Fact]
    public async Task A_file_becomes_complete_once_when_the_register_is_back()
    {
        var number = await FileWhileSilentAsync(30, name: null);
        var stored = await ReadAsync(30, number);
        Assert.Equal((null, "open"), (stored.CompleteAt, stored.Evidence.Single(e => e.Requirement == "ktp").State));
        Assert.NotEmpty(await office.DrainAsync(ConfirmLater.Kind, times: 1));
        Assert.Null((await ReadAsync(30, number)).CompleteAt);

        await SwitchAsync("answer");
        regencies.Clock.Advance(TimeSpan.FromMinutes(10));
        await office.DrainAsync(ConfirmLater.Kind, keep: true);
        Assert.Empty(await office.DrainAsync(ConfirmLater.Kind));

        var confirmed = await ReadAsync(30, number);
        Assert.Equal(regencies.Clock.UtcNow, confirmed.CompleteAt!.Value.UtcDateTime);
        Assert.Equal(("confirmed", "dukcapil.person"), (confirmed.Evidence.Single(e => e.Requirement == "ktp").State, confirmed.Evidence.Single(e => e.Requirement == "ktp").ConfirmedBy));
        Assert.Single(confirmed.Timeline, t => t.Kind == "completed");
        Assert.True(confirmed.Version > stored.Version);
        Assert.Null(await office.QueryAsync((db, _) => AuditTrail.FirstBrokenAsync(db, CancellationToken.None)));
    }

    [Fact]
    public async Task What_the_register_contradicts_is_left_to_an_officer()
    {
        var number = await FileWhileSilentAsync(31, name: "Nama Orang Lain");

        await SwitchAsync("answer");
        Assert.Empty(await office.DrainAsync(ConfirmLater.Kind, times: 1));

        var left = await ReadAsync(31, number);
        Assert.Equal((null, "open"), (left.CompleteAt, left.Evidence.Single(e => e.Requirement == "ktp").State));
        Assert.Equal(0, await office.QueryAsync((db, _) => Task.FromResult(db.Outbox.Count(o => o.Kind == ConfirmLater.Kind))));
    }

    [Fact]
    public async Task Nobody_asks_any_more_after_an_officer_has_declared_the_file_complete()
    {
        var number = await FileWhileSilentAsync(32, name: null);
        var version = (await ReadAsync(32, number)).Version;
        await regencies.GetAsync<CompleteApplication, OfficerView>(TwoRegencies.Bukittinggi, new CompleteApplication(new DeskRequest(CivilOffice.Officer, number, version)));

        Assert.Empty(await office.DrainAsync(ConfirmLater.Kind, times: 1));
        Assert.Equal(CivilOffice.Officer.Sub, (await ReadAsync(32, number)).Evidence.Single(e => e.Requirement == "ktp").ConfirmedBy);
        await SwitchAsync("answer");
    }

    private async Task<string> FileWhileSilentAsync(int position, string? name)
    {
        await SwitchAsync("500");
        var person = SyntheticPeople.Find(SyntheticPeople.NikOf("1375", position), DateOnly.FromDateTime(regencies.Clock.UtcNow))!;
        var answers = new JsonObject
        {
            ["nik"] = person.Nik,
            // Written as people write it, and with more than the register knows.
            ["nama_lengkap"] = name ?? person.Name.ToUpperInvariant(),
            ["alamat"] = new JsonObject { ["street"] = person.Address, ["village"] = "Aur Kuning", ["regency"] = "13.75" },
            ["no_kk"] = person.FamilyCardNumber,
        };
        return (await regencies.GetAsync<SubmitApplication, Receipt>(
            TwoRegencies.Bukittinggi, new SubmitApplication(CitizenAt(position), Guid.NewGuid().ToString("N"), FamilyCard, JsonSerializer.SerializeToElement(answers), [], null))).Number;
    }

    private Task<ApplicationView> ReadAsync(int position, string number) => office.ReadAsync(CitizenAt(position), number);

    private static Applicant CitizenAt(int position) => new($"sub-{SyntheticPeople.NikOf("1375", position)}", SyntheticPeople.NikOf("1375", position), "Siti Anggraini Koto", "+6281200000001", "siti@warga.example");

    private async Task SwitchAsync(string fault)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        using var client = new HttpClient { BaseAddress = await scope.ServiceProvider.GetRequiredService<ConnectorAddresses>().FindAsync("Dukcapil") };
        using var response = await client.PutAsJsonAsync("simulator/fault", new { fault });
        response.EnsureSuccessStatusCode();
    }
}
