using System.Net.Http.Json;
using MppDigital.Connectors.Qris;

namespace MppDigital.Connectors.Tests.Qris;

/// <summary>The provider's simulator over real HTTP, in order and with every fault.</summary>
public sealed class QrisClientTests
{
    private const string Reference = "1375ABCDEFGHJKMNPQRS";
    private static readonly Uri Nowhere = new("http://nowhere.localhost:9/callback");

    [Fact]
    public async Task Makes_a_code_for_one_bill_tells_its_state_and_gives_money_back_once()
    {
        await using var running = await RunningConnectors.StartAsync();
        var (provider, merchant) = (running.Get<QrisClient>(), running.Get<DemoMerchants>().Find("1375"));
        var until = running.Clock.GetUtcNow().AddHours(1);

        var made = Assert.IsType<Lookup<QrisCode>.Found>(await provider.CreateAsync(merchant, Reference, 30_000, until, Nowhere, default)).Data;
        var again = Assert.IsType<Lookup<QrisCode>.Found>(await provider.CreateAsync(merchant, Reference, 30_000, until, Nowhere, default)).Data;
        var code = QrisPayload.Read(made.Payload, out var error)!;
        Assert.Equal((null, true, true, "30000", Reference, merchant.Nmid, "PSO"), (error, code.IsQris, code.IsDynamic, code.Amount, code.BillNumber, code.Nmid, made.Payload.Contains("PSO", StringComparison.Ordinal) ? "PSO" : ""));
        Assert.Equal((made.ProviderReference, made.Payload), (again.ProviderReference, again.Payload));

        Assert.Equal(QrisStatus.Pending, await StatusAsync());
        Assert.IsType<Lookup<QrisReport>.NotFound>(await provider.StatusAsync(merchant, "1375ZZZZZZZZZZZZZZZZ", default));
        await PayAsync(running);
        Assert.Equal(QrisStatus.Paid, await StatusAsync());
        var today = DateOnly.FromDateTime(running.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal(Reference, Assert.Single(Assert.IsType<Lookup<IReadOnlyList<QrisReport>>.Found>(await provider.StatementAsync(merchant, today, today, default)).Data).Reference);
        for (var i = 0; i < 2; i++) Assert.Equal((QrisStatus.Refunded, 30_000), Assert.IsType<Lookup<QrisReport>.Found>(await provider.RefundAsync(merchant, Reference, 30_000, default)).Data is var back ? (back.Status, back.AmountIdr) : default);

        async Task<QrisStatus> StatusAsync() => Assert.IsType<Lookup<QrisReport>.Found>(await provider.StatusAsync(merchant, Reference, default)).Data.Status;
    }

    [Theory]
    [InlineData("500", Outage.Refused)]
    [InlineData("slow", Outage.TimedOut)]
    [InlineData("no-answer", Outage.TimedOut)]
    [InlineData("wrong-data", Outage.Unreadable)]
    public async Task A_faulty_provider_gives_no_code_at_all(string fault, Outage outage)
    {
        await using var running = await RunningConnectors.StartAsync();
        await running.SwitchAsync("Qris", fault);

        var answer = await running.Get<QrisClient>().CreateAsync(running.Get<DemoMerchants>().Find("1375"), Reference, 30_000, running.Clock.GetUtcNow().AddHours(1), Nowhere, default);

        Assert.Equal(outage, Assert.IsType<Lookup<QrisCode>.Unavailable>(answer).Reason);
    }

    [Fact]
    public async Task Nobody_makes_codes_in_another_merchants_name()
    {
        await using var running = await RunningConnectors.StartAsync();
        var other = running.Get<DemoMerchants>().Find("1371");

        var answer = await running.Get<QrisClient>().CreateAsync(other with { Id = "1375" }, Reference, 30_000, running.Clock.GetUtcNow().AddHours(1), Nowhere, default);

        Assert.Equal(Outage.NotAllowed, Assert.IsType<Lookup<QrisCode>.Unavailable>(answer).Reason);
    }

    private static async Task PayAsync(RunningConnectors running)
    {
        using var client = new HttpClient { BaseAddress = await running.AddressOfAsync("Qris") };
        (await client.PostAsJsonAsync("simulator/pay", new { reference = Reference })).EnsureSuccessStatusCode();
    }
}
