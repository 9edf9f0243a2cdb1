using System.Diagnostics;
using MppDigital.Connectors.Dukcapil;
using MppDigital.Connectors.Dukcapil.Simulator;
using MppDigital.Platform.Identification;

namespace MppDigital.Connectors.Tests.Dukcapil;

public sealed class DukcapilClientTests : IAsyncLifetime
{
    private static readonly string Nik = SyntheticPeople.NikOf("1375", 0);

    private RunningConnectors connectors = null!;

    private DukcapilClient Client => connectors.Get<DukcapilClient>();

    public async Task InitializeAsync() => connectors = await RunningConnectors.StartAsync();

    public async Task DisposeAsync() => await connectors.DisposeAsync();

    [Fact]
    public async Task Finds_the_person_that_the_demo_knows_by_the_same_number()
    {
        var expected = SyntheticPeople.Find(Nik, new DateOnly(2026, 11, 19))!;

        var found = Assert.IsType<Lookup<CivilPerson>.Found>(await Client.GetPersonAsync(Nik, default));

        Assert.Equal((Nik, expected.Name, expected.BirthDate, expected.Sex), (found.Data.Nik, found.Data.Name, found.Data.BirthDate, found.Data.Sex));
        Assert.Equal((expected.Address, expected.FamilyCardNumber, expected.MotherName), (found.Data.Address, found.Data.FamilyCardNumber, found.Data.MotherName));
        Assert.Equal(connectors.Clock.UtcNow, found.AsOf);
        Assert.Equal(DateTimeKind.Utc, found.AsOf.Kind);
    }

    [Theory]
    [InlineData("1375014101900001")]
    [InlineData("1375017202909990")]
    [InlineData("")]
    public async Task Does_not_find_a_number_outside_the_synthetic_range_or_without_a_date(string nik) =>
        Assert.IsType<Lookup<CivilPerson>.NotFound>(await Client.GetPersonAsync(nik, default));

    [Fact]
    public async Task Finds_a_family_card_with_the_person_both_parents_and_the_head_first()
    {
        var found = Assert.IsType<Lookup<FamilyCard>.Found>(await Client.GetFamilyCardAsync(Nik, default));

        Assert.Equal(SyntheticPeople.Find(Nik, new DateOnly(2026, 11, 19))!.FamilyCardNumber, found.Data.Number);
        Assert.Equal(FamilyRelation.Head, found.Data.Members[0].Relation);
        Assert.Contains(found.Data.Members, m => m.Nik == Nik);
        Assert.Equal((Sex.Male, Sex.Female), (found.Data.Father!.Sex, found.Data.Mother!.Sex));
        Assert.Equal(found.Data.Members.Count, found.Data.Members.Select(m => m.Nik).Distinct().Count());
    }

    [Fact]
    public async Task Lists_a_minor_as_the_child_of_two_parents()
    {
        const string child = "1375015503159990";

        var found = Assert.IsType<Lookup<FamilyCard>.Found>(await Client.GetFamilyCardAsync(child, default));

        Assert.Equal(child, Assert.Single(found.Data.Children).Nik);
        Assert.NotNull(found.Data.Father);
        Assert.NotNull(found.Data.Mother);
    }

    [Theory]
    [InlineData("no-answer", Outage.TimedOut)]
    [InlineData("slow", Outage.TimedOut)]
    [InlineData("500", Outage.Refused)]
    [InlineData("wrong-data", Outage.Unreadable)]
    public async Task Tells_an_outage_from_a_person_who_does_not_exist(string fault, Outage expected)
    {
        await connectors.SwitchAsync("Dukcapil", fault);
        var watch = Stopwatch.StartNew();

        var person = await Client.GetPersonAsync(Nik, default);
        var card = await Client.GetFamilyCardAsync("1375014101900001", default);

        Assert.Equal(new Lookup<CivilPerson>.Unavailable(expected), person);
        Assert.Equal(new Lookup<FamilyCard>.Unavailable(expected), card);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    [Fact]
    public async Task Answers_again_once_the_fault_is_over()
    {
        await connectors.SwitchAsync("Dukcapil", "500");
        await Client.GetPersonAsync(Nik, default);

        await connectors.SwitchAsync("Dukcapil", "answer");

        Assert.IsType<Lookup<CivilPerson>.Found>(await Client.GetPersonAsync(Nik, default));
    }

    [Fact]
    public async Task Is_unreachable_when_nothing_listens()
    {
        var stopped = await DukcapilSimulator.StartAsync(0, connectors.Clock, default);
        await stopped.DisposeAsync();
        await using var cutOff = await RunningConnectors.StartAsync(new() { ["Connectors:Dukcapil:BaseAddress"] = stopped.Address.ToString() });

        var person = await cutOff.Get<DukcapilClient>().GetPersonAsync(Nik, default);

        Assert.Equal(new Lookup<CivilPerson>.Unavailable(Outage.Unreachable), person);
    }

    [Fact]
    public async Task Takes_a_missing_page_for_an_outage_and_not_for_a_missing_person()
    {
        await using var elsewhere = await RunningConnectors.StartAsync(new() { ["Connectors:Dukcapil:BaseAddress"] = (await connectors.AddressOfAsync("SatuSehat")).ToString() });

        var person = await elsewhere.Get<DukcapilClient>().GetPersonAsync(Nik, default);

        Assert.Equal(new Lookup<CivilPerson>.Unavailable(Outage.Refused), person);
    }

    [Fact]
    public async Task Stops_when_the_caller_gives_up()
    {
        await connectors.SwitchAsync("Dukcapil", "no-answer");
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client.GetPersonAsync(Nik, impatient.Token));
    }
}
