using MppDigital.Connectors.Lapor;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.Tests.Lapor;

public sealed class LaporClientTests : IAsyncLifetime
{
    private static readonly ForwardedComplaint Complaint =
        new("1375-A-26-000001", ComplaintClass.Complaint, "13.75", "DPMPTSP", "Loket tutup", "Loket tutup pada jam layanan.", true, new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.FromHours(7)));

    private RunningConnectors connectors = null!;

    private LaporClient Client => connectors.Get<LaporClient>();

    public async Task InitializeAsync() => connectors = await RunningConnectors.StartAsync(new() { ["Connectors:Lapor:Retries"] = "0", ["Connectors:Lapor:TryTimeout"] = "00:00:00.500" });

    public async Task DisposeAsync() => await connectors.DisposeAsync();

    [Fact]
    public async Task Enters_a_complaint_once_and_follows_it()
    {
        var first = Assert.IsType<Lookup<ComplaintState>.Found>(await Client.ForwardAsync(Complaint, default)).Data;
        var again = Assert.IsType<Lookup<ComplaintState>.Found>(await Client.ForwardAsync(Complaint, default)).Data;

        Assert.Equal((first, ComplaintStatus.Received), (again, first.Status));
        foreach (var expected in (ComplaintStatus[])[ComplaintStatus.Verified, ComplaintStatus.Forwarded, ComplaintStatus.Answered])
            Assert.Equal(expected, Assert.IsType<Lookup<ComplaintState>.Found>(await Client.AskAsync(first.Reference, default)).Data.Status);
        Assert.IsType<Lookup<ComplaintState>.NotFound>(await Client.AskAsync("0", default));
    }

    [Theory]
    [InlineData("no-answer", Outage.TimedOut)]
    [InlineData("slow", Outage.TimedOut)]
    [InlineData("500", Outage.Refused)]
    [InlineData("401", Outage.NotAllowed)]
    [InlineData("wrong-data", Outage.Unreadable)]
    public async Task Tells_an_outage_and_enters_nothing_twice_when_it_is_over(string fault, Outage expected)
    {
        var first = Assert.IsType<Lookup<ComplaintState>.Found>(await Client.ForwardAsync(Complaint, default)).Data;
        await connectors.SwitchAsync("Lapor", fault);

        Assert.Equal(new Lookup<ComplaintState>.Unavailable(expected), await Client.ForwardAsync(Complaint, default));
        Assert.Equal(new Lookup<ComplaintState>.Unavailable(expected), await Client.AskAsync(first.Reference, default));
        Assert.Equal(new Lookup<IReadOnlyList<GivenComplaint>>.Unavailable(expected), await Client.GivenAsync(RegencyCode.Parse("13.75"), default));
        await connectors.SwitchAsync("Lapor", "answer");
        Assert.Equal(first.Reference, Assert.IsType<Lookup<ComplaintState>.Found>(await Client.ForwardAsync(Complaint, default)).Data.Reference);
    }
}
