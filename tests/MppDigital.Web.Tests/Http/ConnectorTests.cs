using System.Text.Json.Nodes;
using MppDigital.Connectors.Lapor.Simulator;

namespace MppDigital.Web.Tests.Http;

/// <summary>The admin's care of connections: an own agreement is written, used, never shown, and dropped.</summary>
[Collection(RunningProgram.Name)]
public sealed class ConnectorTests(RunningProgram program)
{
    private const string Here = "padang";
    private const string Lapor = "/api/v1/admin/connectors/Lapor";
    private const string Secret = "kunci-padang-yang-panjang-7788";

    [Fact]
    public async Task An_agreement_is_written_used_never_shown_and_dropped()
    {
        await using var own = await LaporSimulator.StartAsync(0, TimeProvider.System, default);
        var admin = await program.StaffAsync("admin.padang", Here);
        var body = new JsonObject { ["address"] = own.Address.AbsoluteUri, ["clientId"] = "padang", ["secret"] = Secret };
        (await admin.SendAsync(Here, HttpMethod.Put, Lapor, new Call { Body = body.ToJsonString() })).Expect(428, "version-required");
        (await admin.SendAsync(Here, HttpMethod.Put, Lapor, new Call { Body = body.ToJsonString(), IfMatch = "\"7\"" })).Expect(412);
        Assert.Equal(["/clientId", "/secret"], (await PutAsync(admin, new JsonObject { ["address"] = own.Address.AbsoluteUri, ["clientId"] = "a:b", ["secret"] = "x" })).Expect(422).Fields.Order());
        Assert.Equal(["/address"], (await PutAsync(admin, new JsonObject { ["address"] = "ftp://x", ["clientId"] = "padang", ["secret"] = Secret })).Expect(422).Fields);
        (await admin.SendAsync(Here, HttpMethod.Put, "/api/v1/admin/connectors/Qris", new Call { Body = body.ToJsonString(), IfMatch = "\"0\"" })).Expect(409, "agreement-kept-elsewhere");
        (await admin.SendAsync(Here, HttpMethod.Post, "/api/v1/admin/connectors/DukcapilProducts/test", new Call())).Expect(409, "nothing-to-try");
        (await admin.GetAsync(Here, "/api/v1/admin/connectors/TidakAda")).Expect(404, "unknown-connector");

        var saved = (await PutAsync(admin, body)).Expect(200);
        Assert.Equal(("7788", "padang"), (saved["own"].GetProperty("secretTail").GetString(), saved["own"].GetProperty("clientId").GetString()));
        Assert.True((await TryAsync(admin))["answered"].GetBoolean());
        // Its own server, and nobody else's: with it stopped the regency's calls fail.
        await own.DisposeAsync();
        Assert.Equal("Unreachable", (await TryAsync(admin)).TextOf("outage"), ignoreCase: true);
        Assert.True((await (await program.StaffAsync("admin.bukittinggi", "bukittinggi")).SendAsync("bukittinggi", HttpMethod.Post, $"{Lapor}/test", new Call())).Expect(200)["answered"].GetBoolean());

        foreach (var place in (string[])["/admin/integrasi", "/admin/integrasi/Lapor", "/api/v1/admin/connectors", Lapor])
        {
            var shown = (await admin.GetAsync(Here, place)).Expect(200).Text;
            Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
        }

        var page = (await admin.GetAsync(Here, "/admin/integrasi/Lapor")).Text;
        Assert.Contains("7788", page, StringComparison.Ordinal);
        Assert.Contains("Alamat tidak dapat dihubungi.", page, StringComparison.Ordinal);
        Assert.Equal(["/secret"], (await PutAsync(admin, new JsonObject { ["address"] = "https://example.org", ["clientId"] = "padang" })).Expect(422).Fields);

        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await PutAsync(admin, new JsonObject { ["remove"] = true })).Expect(200)["own"].ValueKind);
        Assert.True((await TryAsync(admin))["answered"].GetBoolean());
        Assert.Equal(8, (await admin.GetAsync(Here, "/api/v1/admin/connectors")).Expect(200)["items"].GetArrayLength());
    }

    private static async Task<Answer> TryAsync(MppClient admin) => (await admin.SendAsync(Here, HttpMethod.Post, $"{Lapor}/test", new Call())).Expect(200);

    private static async Task<Answer> PutAsync(MppClient admin, JsonObject body)
    {
        var seen = (await admin.GetAsync(Here, Lapor)).Expect(200).ETag;
        return await admin.SendAsync(Here, HttpMethod.Put, Lapor, new Call { Body = body.ToJsonString(), IfMatch = seen });
    }
}
