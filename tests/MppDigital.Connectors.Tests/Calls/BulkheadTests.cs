using System.Diagnostics;
using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Facts;
using MppDigital.Connectors.Health;
using MppDigital.Connectors.Oss;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Testing;

namespace MppDigital.Connectors.Tests.Calls;

/// <summary>What one regency, and one silent system, may cost everybody else.</summary>
public sealed class BulkheadTests
{
    private static readonly Regency Padang = new FewRegencies().FindBySlug("padang")!;
    private static readonly Regency Bukittinggi = new FewRegencies().FindBySlug("bukittinggi")!;

    [Fact]
    public async Task One_regency_cannot_take_all_calls()
    {
        await using var connectors = await RunningConnectors.StartAsync(new() { ["Connectors:Oss:AtOncePerRegency"] = "2", ["Connectors:Oss:TryTimeout"] = "00:00:05", ["Connectors:Oss:TotalTimeout"] = "00:00:05", ["Connectors:Oss:Retries"] = "0" });
        await connectors.SwitchAsync("Oss", "no-answer");
        var padang = connectors.GetFor<OssClient>(Padang);
        using var over = new CancellationTokenSource();
        Task<Lookup<Business>>[] stuck = [padang.FindAsync("0000000000000", over.Token), padang.FindAsync("0000000000000", over.Token)];

        var third = await padang.FindAsync("0000000000000", default);
        Task<Lookup<Business>> elsewhere = connectors.GetFor<OssClient>(Bukittinggi).FindAsync("0000000000000", over.Token);
        while (await connectors.CallsAsync("Oss") < 3) await Task.Delay(10, default(CancellationToken));

        Assert.Equal(new Lookup<Business>.Unavailable(Outage.Busy), third);
        await over.CancelAsync();
        foreach (var call in (Task[])[.. stuck, elsewhere]) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        // Their places are free again.
        await connectors.SwitchAsync("Oss", "answer");
        Assert.IsType<Lookup<Business>.NotFound>(await padang.FindAsync("0000000000000", default));
    }

    [Fact]
    public async Task A_page_waits_for_a_silent_register_once_and_then_no_more_until_it_is_back()
    {
        await using var connectors = await RunningConnectors.StartAsync(new() { ["Connectors:Dukcapil:TryTimeout"] = "00:00:01", ["Connectors:Dukcapil:Retries"] = "0" });
        var facts = connectors.Get<IFactSource>();
        var person = new FactRequest("person.name", SyntheticPeople.NikOf("1375", 0), Padang.Code);
        await connectors.SwitchAsync("Dukcapil", "no-answer");
        Assert.IsType<FactAnswer.Unavailable>(await facts.AskAsync(person, default));

        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 3; i++) Assert.IsType<FactAnswer.Unavailable>(await facts.AskAsync(person, default));

        // Three waits of a page in doubt, far from the second that one try takes.
        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(2500));
        await connectors.SwitchAsync("Dukcapil", "answer");
        Assert.IsType<FactAnswer.Found>(await facts.AskAsync(person, default));
    }

    [Fact]
    public async Task Tells_how_things_stand_without_calling_anybody()
    {
        await using var connectors = await RunningConnectors.StartAsync(new() { ["Connectors:Oss:Retries"] = "0", ["Connectors:Oss:BreakAfter"] = "2", ["Connectors:Oss:BreakFor"] = "00:00:00.500" });
        var padang = connectors.GetFor<OssClient>(Padang);
        IConnector connector = padang;
        Assert.Equal(new ConnectorLook("Oss", ConnectorState.Closed, false, null, null, null, 0), await connector.LookAsync(default));
        await padang.FindAsync("0000000000000", default);
        await connectors.SwitchAsync("Oss", "500");
        for (var i = 0; i < 3; i++) await padang.FindAsync("0000000000000", default);

        var open = await connector.LookAsync(default);
        Assert.Equal((ConnectorState.Open, Outage.CircuitOpen, 4), (open.State, open.Failure, open.CallsLastHour));
        Assert.Equal(connectors.Clock.UtcNow, open.AnsweredAt);
        while ((await connector.LookAsync(default)).State == ConnectorState.Open) await Task.Delay(20, default(CancellationToken));
        Assert.Equal(ConnectorState.HalfOpen, (await connector.LookAsync(default)).State);

        await connectors.SwitchAsync("Oss", "answer");
        Assert.Null(await connector.TryAsync(Padang.Code, default));
        connectors.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal((ConnectorState.Closed, 0), ((await connector.LookAsync(default)).State, (await connector.LookAsync(default)).CallsLastHour));
    }
}
