using System.Net;
using System.Net.Http.Json;
using MppDigital.Connectors.Dukcapil;
using MppDigital.Connectors.Dukcapil.Simulator;
using MppDigital.Testing;

namespace MppDigital.Connectors.Tests.Simulation;

public sealed class SimulatorAppTests
{
    [Theory]
    [InlineData("""{"fault":"broken"}""")]
    [InlineData("""{"fault":7}""")]
    [InlineData("""{}""")]
    [InlineData("nonsense")]
    public async Task Refuses_a_fault_that_it_does_not_know(string body)
    {
        await using var simulator = await DukcapilSimulator.StartAsync(0, new FakeClock(), default);
        using var client = new HttpClient { BaseAddress = simulator.Address };

        using var response = await client.PutAsync("simulator/fault", new StringContent(body, null, "application/json"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Fact]
    public async Task Answers_an_unreadable_question_like_an_unknown_person()
    {
        await using var simulator = await DukcapilSimulator.StartAsync(0, new FakeClock(), default);
        using var client = new HttpClient { BaseAddress = simulator.Address };

        using var response = await client.PostAsync(DukcapilPaths.Person, new StringContent("[]", null, "application/json"));

        Assert.Contains("\"13\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listens_on_loopback_only_and_stops_while_a_question_is_open()
    {
        var simulator = await DukcapilSimulator.StartAsync(0, new FakeClock(), default);
        using var client = new HttpClient { BaseAddress = simulator.Address };
        await client.PutAsJsonAsync("simulator/fault", new { fault = "no-answer" });
        var open = client.PostAsJsonAsync(DukcapilPaths.Person, new { NIK = "1375014101909990" });

        Assert.True(simulator.Address.IsLoopback);
        await simulator.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));
        // Whoever still waits is told of no person: the line breaks, or the stopping server ends it empty.
        var told = "";
        var broken = await Record.ExceptionAsync(async () => told = await (await open).Content.ReadAsStringAsync());
        Assert.True(broken is HttpRequestException || told.Length == 0, told);
    }
}
