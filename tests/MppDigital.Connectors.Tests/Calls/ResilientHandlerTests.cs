using System.Net;
using System.Net.Http.Json;
using MppDigital.Connectors.Dukcapil;
using MppDigital.Connectors.SatuSehat;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.Tests.Calls;

public sealed class ResilientHandlerTests
{
    private static readonly string Nik = SyntheticPeople.NikOf("1375", 0);

    [Fact]
    public async Task Tries_a_look_up_three_times()
    {
        await using var connectors = await RunningConnectors.StartAsync();
        await connectors.SwitchAsync("Dukcapil", "500");

        await connectors.Get<DukcapilClient>().GetPersonAsync(Nik, default);

        Assert.Equal(3, await connectors.CallsAsync("Dukcapil"));
    }

    [Fact]
    public async Task Tries_a_get_three_times()
    {
        await using var connectors = await RunningConnectors.StartAsync();
        await connectors.SwitchAsync("SatuSehat", "500");

        await connectors.Get<SatuSehatClient>().GetFacilitiesAsync(RegencyCode.Parse("13.75"), default);

        Assert.Equal(3, await connectors.CallsAsync("SatuSehat"));
    }

    [Fact]
    public async Task Does_not_repeat_a_post_that_was_not_declared_harmless()
    {
        await using var connectors = await RunningConnectors.StartAsync();
        await connectors.SwitchAsync("Dukcapil", "500");
        using var client = connectors.Get<IHttpClientFactory>().CreateClient(DukcapilClient.Name);

        using var response = await client.PostAsJsonAsync(new Uri(await connectors.AddressOfAsync("Dukcapil"), DukcapilPaths.Person), new { NIK = Nik });

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(1, await connectors.CallsAsync("Dukcapil"));
    }

    [Fact]
    public async Task Leaves_a_failing_register_alone_and_comes_back_to_it()
    {
        await using var connectors = await RunningConnectors.StartAsync(new()
        {
            ["Connectors:Dukcapil:Retries"] = "0",
            ["Connectors:Dukcapil:BreakAfter"] = "4",
            ["Connectors:Dukcapil:BreakFor"] = "00:00:00.500",
        });
        var client = connectors.Get<DukcapilClient>();
        await connectors.SwitchAsync("Dukcapil", "500");
        for (var i = 0; i < 4; i++) Assert.Equal(new Lookup<CivilPerson>.Unavailable(Outage.Refused), await client.GetPersonAsync(Nik, default));
        await connectors.SwitchAsync("Dukcapil", "answer");

        var whileOpen = await client.GetPersonAsync(Nik, default);
        var calls = await connectors.CallsAsync("Dukcapil");
        var later = await AskUntilAnsweredAsync(client);

        Assert.Equal(new Lookup<CivilPerson>.Unavailable(Outage.CircuitOpen), whileOpen);
        Assert.Equal(0, calls);
        Assert.IsType<Lookup<CivilPerson>.Found>(later);
    }

    [Fact]
    public async Task Keeps_the_circuit_of_one_register_apart_from_another()
    {
        await using var connectors = await RunningConnectors.StartAsync(new() { ["Connectors:Dukcapil:BreakAfter"] = "2", ["Connectors:Dukcapil:BreakFor"] = "00:01:00" });
        await connectors.SwitchAsync("Dukcapil", "500");
        await connectors.Get<DukcapilClient>().GetPersonAsync(Nik, default);

        var person = await connectors.Get<DukcapilClient>().GetPersonAsync(Nik, default);
        var worker = await connectors.Get<SatuSehatClient>().GetHealthWorkerAsync(Nik, default);

        Assert.Equal(new Lookup<CivilPerson>.Unavailable(Outage.CircuitOpen), person);
        Assert.IsType<Lookup<HealthWorker>.Found>(worker);
    }

    [Fact]
    public async Task Waits_no_longer_than_the_total_however_many_tries_are_left()
    {
        await using var connectors = await RunningConnectors.StartAsync(new() { ["Connectors:Dukcapil:Retries"] = "50", ["Connectors:Dukcapil:TotalTimeout"] = "00:00:01" });
        await connectors.SwitchAsync("Dukcapil", "no-answer");

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var person = await connectors.Get<DukcapilClient>().GetPersonAsync(Nik, default);

        Assert.Equal(new Lookup<CivilPerson>.Unavailable(Outage.TimedOut), person);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0.9, 5);
    }

    private static async Task<Lookup<CivilPerson>> AskUntilAnsweredAsync(DukcapilClient client)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            var person = await client.GetPersonAsync(Nik, limit.Token);
            if (person is not Lookup<CivilPerson>.Unavailable) return person;
            await Task.Delay(50, limit.Token);
        }
    }
}
