using System.Text.Json;
using MppDigital.Connectors.Handoffs;
using MppDigital.Connectors.Splp;

namespace MppDigital.Connectors.Tests.Splp;

public sealed class SplpClientTests : IAsyncLifetime
{
    private static readonly Handover Filed =
        new("1375-26-000001", "DPM-PBG-01", "1375014101909990", JsonSerializer.SerializeToElement(new { luas = 1 }), new Uri("http://127.0.0.1:1/"), new DateTime(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc));

    private RunningConnectors connectors = null!;

    private SplpClient Client => connectors.Get<SplpClient>();

    public async Task InitializeAsync() => connectors = await RunningConnectors.StartAsync(new() { ["Connectors:Splp:Retries"] = "0", ["Connectors:Splp:TryTimeout"] = "00:00:00.500" });

    public async Task DisposeAsync() => await connectors.DisposeAsync();

    [Fact]
    public async Task Tells_the_regencys_own_application_of_a_file_and_of_its_withdrawal()
    {
        var taken = Assert.IsType<Lookup<OutsideNews>.Found>(await Client.HandOverAsync(Filed, default)).Data;
        var again = Assert.IsType<Lookup<OutsideNews>.Found>(await Client.HandOverAsync(Filed, default)).Data;
        var asked = Assert.IsType<Lookup<OutsideNews>.Found>(await Client.AskAsync(Filed.Application, taken.Reference, default)).Data;
        var withdrawn = Assert.IsType<Lookup<OutsideNews>.Found>(await Client.HandOverAsync(Filed with { Withdrawn = true }, default)).Data;

        Assert.Equal(taken, again);
        Assert.Equal((OutsideStatus.InProcess, OutsideStatus.Cancelled), (asked.Status, withdrawn.Status));
        Assert.Equal(new Lookup<OutsideNews>.Unavailable(Outage.Unreadable), await Client.AskAsync(Filed.Application, "another", default));
        Assert.IsType<Lookup<OutsideNews>.NotFound>(await Client.AskAsync("1375-26-999999", "x", default));
    }

    [Theory]
    [InlineData("no-answer", Outage.TimedOut)]
    [InlineData("slow", Outage.TimedOut)]
    [InlineData("500", Outage.Refused)]
    [InlineData("401", Outage.NotAllowed)]
    [InlineData("wrong-data", Outage.Unreadable)]
    public async Task Tells_an_outage(string fault, Outage expected)
    {
        await connectors.SwitchAsync("Splp", fault);

        Assert.Equal(new Lookup<OutsideNews>.Unavailable(expected), await Client.HandOverAsync(Filed, default));
        Assert.Equal(new Lookup<OutsideNews>.Unavailable(expected), await Client.AskAsync("1375-26-999999", "x", default));
    }
}
