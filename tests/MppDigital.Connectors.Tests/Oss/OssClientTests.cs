using System.Net.Http.Json;
using System.Text.Json;
using MppDigital.Connectors.Handoffs;
using MppDigital.Connectors.Oss;
using MppDigital.Platform.Identification;

namespace MppDigital.Connectors.Tests.Oss;

public sealed class OssClientTests : IAsyncLifetime
{
    private static readonly string Owner = SyntheticPeople.NikOf("1375", 7);

    private RunningConnectors connectors = null!;

    private OssClient Client => connectors.Get<OssClient>();

    public async Task InitializeAsync() => connectors = await RunningConnectors.StartAsync(new() { ["Connectors:Oss:Retries"] = "0", ["Connectors:Oss:TryTimeout"] = "00:00:00.500" });

    public async Task DisposeAsync() => await connectors.DisposeAsync();

    [Fact]
    public async Task Tells_the_business_of_a_person_with_activities_and_risk()
    {
        var found = Assert.IsType<Lookup<IReadOnlyList<Business>>.Found>(await Client.GetBusinessesAsync(Owner, default));

        var shop = Assert.Single(found.Data);
        Assert.Equal((Owner, true), (shop.Representative, shop.Active));
        Assert.Equal([("47112", RiskLevel.Low), ("56102", RiskLevel.MediumLow)], shop.Activities.Select(a => (a.Kbli, a.Risk)));
        Assert.IsType<Lookup<IReadOnlyList<Business>>.NotFound>(await Client.GetBusinessesAsync(SyntheticPeople.NikOf("1375", 9), default));
        Assert.IsType<Lookup<Business>.NotFound>(await Client.FindAsync("0000000000000", default));
    }

    [Fact]
    public async Task Takes_a_file_once_and_tells_where_it_stands()
    {
        Assert.IsType<Lookup<OutsideNews>.NotFound>(await Client.AskAsync("1375-26-000001", "OSS-1", default));

        var taken = Assert.IsType<Lookup<OutsideNews>.Found>(await Client.HandOverAsync(File("1375-26-000001"), default)).Data;
        var again = Assert.IsType<Lookup<OutsideNews>.Found>(await Client.HandOverAsync(File("1375-26-000001"), default)).Data;
        await DecideAsync("1375-26-000001", "granted");
        var decided = Assert.IsType<Lookup<OutsideNews>.Found>(await Client.AskAsync("1375-26-000001", taken.Reference, default)).Data;

        Assert.Equal((taken.Reference, OutsideStatus.Received), (again.Reference, again.Status));
        Assert.Equal(OutsideStatus.Granted, decided.Status);
        Assert.True(BusinessId.IsSound(decided.Result!));
    }

    [Theory]
    [InlineData("no-answer", Outage.TimedOut)]
    [InlineData("slow", Outage.TimedOut)]
    [InlineData("500", Outage.Refused)]
    [InlineData("401", Outage.NotAllowed)]
    [InlineData("wrong-data", Outage.Unreadable)]
    public async Task Tells_an_outage_from_what_does_not_exist_and_comes_back(string fault, Outage expected)
    {
        await Client.HandOverAsync(File("1375-26-000002"), default);
        await connectors.SwitchAsync("Oss", fault);

        Assert.Equal(new Lookup<IReadOnlyList<Business>>.Unavailable(expected), await Client.GetBusinessesAsync(Owner, default));
        Assert.Equal(new Lookup<Business>.Unavailable(expected), await Client.FindAsync("0000000000000", default));
        Assert.Equal(new Lookup<OutsideNews>.Unavailable(expected), await Client.HandOverAsync(File("1375-26-000002"), default));
        Assert.Equal(new Lookup<OutsideNews>.Unavailable(expected), await Client.AskAsync("1375-26-000002", "OSS-1", default));
        await connectors.SwitchAsync("Oss", "answer");
        Assert.IsType<Lookup<IReadOnlyList<Business>>.Found>(await Client.GetBusinessesAsync(Owner, default));
    }

    [Theory]
    [InlineData("{}", new[] { "/application", "/reference", "/status", "/at" })]
    [InlineData("""{"application":"1","reference":"2","status":"sold","at":"2026-11-20T08:00:00+07:00"}""", new[] { "/status" })]
    [InlineData("""{"application":"1","reference":"2","status":"granted","at":"2026-11-20T08:00:00+07:00","nib":"12345678901A3"}""", new[] { "/nib" })]
    [InlineData("[]", new[] { "" })]
    [InlineData("{", new[] { "" })]
    public void Names_what_is_wrong_with_news_that_it_cannot_read(string body, string[] pointers) =>
        Assert.Equal(pointers, OutsideCallback.Read(System.Text.Encoding.UTF8.GetBytes(body)).Faults.Select(f => f.Pointer));

    private static Handover File(string number) =>
        new(number, "OSS-NIB-01", Owner, JsonSerializer.SerializeToElement(new { skala = "mikro" }), new Uri("http://127.0.0.1:1/callback"), new DateTime(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc));

    private async Task DecideAsync(string application, string status)
    {
        using var client = new HttpClient { BaseAddress = await connectors.AddressOfAsync("Oss") };
        using var response = await client.PostAsJsonAsync("simulator/decide", new { application, status });
        response.EnsureSuccessStatusCode();
    }
}
