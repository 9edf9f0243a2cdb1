using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MppDigital.Connectors.Dukcapil;

namespace MppDigital.Connectors.Tests.Calls;

public sealed class ConnectorOptionsCheckTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5081/", "on this machine")]
    [InlineData("https://localhost/", "on this machine")]
    [InlineData("https://LOCALHOST./dukcapil", "on this machine")]
    [InlineData("https://dukcapil.localhost/", "on this machine")]
    [InlineData("https://127.8.9.1/", "on this machine")]
    [InlineData("https://0.0.0.0/", "on this machine")]
    [InlineData("https://[::1]:8080/", "on this machine")]
    [InlineData("https://[::]/", "on this machine")]
    [InlineData("https://[::ffff:127.0.0.1]/", "on this machine")]
    [InlineData("https://2130706433/", "on this machine")]
    [InlineData("http://dukcapil.example.go.id/", "must be https")]
    [InlineData("ftp://dukcapil.example.go.id/", "expected an absolute https address")]
    [InlineData("dukcapil", "expected an absolute https address")]
    public async Task Stops_the_start_outside_development_with_one_line(string address, string reason)
    {
        using var host = RunningConnectors.Build(new() { ["Connectors:Dukcapil:BaseAddress"] = address }, "Production");

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.StartsWith("Connectors:Dukcapil:BaseAddress is '", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Theory]
    [InlineData("Connectors:SatuSehat:TryTimeout", "00:00:09")]
    [InlineData("Connectors:SatuSehat:Retries", "-1")]
    [InlineData("Connectors:SatuSehat:BreakFor", "00:00:00")]
    public async Task Stops_the_start_on_limits_that_contradict_each_other(string key, string value)
    {
        using var host = RunningConnectors.Build(new() { [key] = value }, "Development");

        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
    }

    [Fact]
    public async Task Starts_outside_development_with_a_real_address_or_none()
    {
        await using var connectors = await RunningConnectors.StartAsync(new() { ["Connectors:Dukcapil:BaseAddress"] = "https://dukcapil.example.go.id/api" }, "Production");

        Assert.Equal("https://dukcapil.example.go.id/api/", (await connectors.AddressOfAsync("Dukcapil")).ToString());
    }

    [Fact]
    public async Task Runs_no_simulator_outside_development()
    {
        await using var connectors = await RunningConnectors.StartAsync(environment: "Staging");

        var person = await connectors.Get<DukcapilClient>().GetPersonAsync("1375014101909990", default);

        Assert.Equal(new Lookup<CivilPerson>.Unavailable(Outage.NotConfigured), person);
        Assert.DoesNotContain(connectors.Get<IEnumerable<IHostedService>>(), s => s.GetType().Name.Contains("Simulator", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keeps_a_configured_address_in_development()
    {
        await using var connectors = await RunningConnectors.StartAsync(new() { ["Connectors:Dukcapil:BaseAddress"] = "http://127.0.0.1:9/" });

        Assert.Equal(9, (await connectors.AddressOfAsync("Dukcapil")).Port);
        Assert.NotEqual(9, (await connectors.AddressOfAsync("SatuSehat")).Port);
    }
}
