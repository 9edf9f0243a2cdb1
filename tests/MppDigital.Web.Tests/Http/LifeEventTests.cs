using System.Text.Json.Nodes;

namespace MppDigital.Web.Tests.Http;

/// <summary>A birth over the API: what is offered, one filing, three applications, one number that follows them.</summary>
[Collection(RunningProgram.Name)]
public sealed class LifeEventTests(RunningProgram program)
{
    private const string Here = "bukittinggi";

    [Fact]
    public async Task Tells_anybody_what_is_bundled()
    {
        var anybody = program.Stranger();

        var offered = (await anybody.GetAsync(Here, "/api/v1/life-events")).Expect(200)["items"].EnumerateArray().ToDictionary(e => e.GetProperty("code").GetString()!);
        var birth = (await anybody.GetAsync(Here, "/api/v1/life-events/birth")).Expect(200);

        Assert.Equal(["birth", "death", "marriage", "moving"], offered.Keys.Order(StringComparer.Ordinal));
        // The card of the child takes three days, counted from the certificate's one.
        Assert.Equal((4, 0L), (offered["birth"].GetProperty("workingDays").GetInt32(), offered["birth"].GetProperty("feeIdr").GetInt64()));
        Assert.True(birth["schema"].GetProperty("properties").TryGetProperty("perlu_kia", out _));
        Assert.False(birth["schema"].GetProperty("properties").TryGetProperty("nik_anak", out _));
        (await anybody.GetAsync(Here, "/api/v1/life-events/practice")).Expect(404, "unknown-life-event");
    }

    [Fact]
    public async Task Files_once_follows_all_and_belongs_to_one_person_in_one_regency()
    {
        var citizen = await program.CitizenAsync(18);
        var (body, key) = (await Filings.BirthAsync(citizen, Here), MppClient.NewKey());

        var twice = await Task.WhenAll(citizen.PostAsync(Here, "/api/v1/life-events/birth/applications", body, key), citizen.PostAsync(Here, "/api/v1/life-events/birth/applications", body.DeepClone(), key));
        Assert.Equal(twice[0].Expect(201).Text, twice[1].Expect(201).Text);
        var (number, secret) = (twice[0].TextOf("number")!, twice[0].TextOf("secret")!);
        var view = (await citizen.GetAsync(Here, twice[0].Headers.Location!.ToString())).Expect(200);
        Assert.Equal(["DKC-AKL-01", "DKC-KK-02", "DKC-KIA-01"], view["applications"].EnumerateArray().Select(a => a.GetProperty("service").GetString()));

        var tracked = (await program.Stranger().PostAsync(Here, "/api/v1/tracking", new JsonObject { ["number"] = number, ["secret"] = secret })).Expect(200);
        Assert.Equal("submitted", tracked.TextOf("status"));
        Assert.DoesNotContain("Rahmadani", tracked.Text, StringComparison.Ordinal);
        (await program.Stranger().PostAsync(Here, "/api/v1/tracking", new JsonObject { ["number"] = number, ["secret"] = "000000000000" })).Expect(404, "unknown-number-or-secret");
        (await program.Stranger().PostAsync("padang", "/api/v1/tracking", new JsonObject { ["number"] = number, ["secret"] = secret })).Expect(404, "unknown-number-or-secret");
        (await (await program.CitizenAsync(19)).GetAsync(Here, $"/api/v1/life-events/applications/{number}")).Expect(404);

        var withdrawn = (await citizen.PostAsync(Here, $"/api/v1/life-events/applications/{number}/withdraw")).Expect(200);
        Assert.Equal("withdrawn", withdrawn.TextOf("status"));
        (await citizen.PostAsync(Here, $"/api/v1/life-events/applications/{number}/withdraw")).Expect(409, "illegal-transition");
    }
}
