using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MppDigital.Connectors.Bsre;
using MppDigital.Connectors.Bsre.Simulator;
using MppDigital.Connectors.Calls;
using MppDigital.Platform.Identification;

namespace MppDigital.Web.Tests.Http;

/// <summary>A head signs on the page what they approved, through BSrE, and the citizen sees both.</summary>
[Collection(RunningProgram.Name)]
public sealed class SigningPageTests(RunningProgram program)
{
    private const string Here = "bukittinggi";
    private const string Page = "/petugas/tanda-tangan";

    [Fact]
    public async Task What_a_head_approved_waits_on_their_page_and_is_issued_when_they_have_signed()
    {
        var options = program.Services.GetRequiredService<IOptions<SignatureOptions>>().Value;
        var before = options.Mode;
        options.Mode = SignatureMode.Bsre;
        try
        {
            await SignAsync();
        }
        finally
        {
            options.Mode = before;
        }
    }

    private async Task SignAsync()
    {
        var (citizen, officer, head) = (await program.CitizenAsync(11), await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here), await program.StaffAsync("kepala.bukittinggi", Here));
        var health = await program.StaffAsync("petugas.dinkes.bukittinggi", Here);
        var filed = await Filings.SubmitAsync(citizen, Here);
        foreach (var (who, move) in ((MppClient, string)[])[(officer, "claim"), (officer, "verify"), (health, "recommend")]) (await Filings.MoveAsync(who, Here, filed.Number, move)).Expect(200);
        var approved = (await Filings.MoveAsync(head, Here, filed.Number, "approve")).Expect(200);
        Assert.Equal("approved", approved["application"].GetProperty("status").GetString());
        await NameAsync(approved["awaitsSignature"].GetProperty("signer").GetString()!);
        Assert.Contains("menunggu tanda tangan", (await citizen.GetAsync(Here, $"/permohonan/{filed.Number}")).Expect(200).Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Page}\"", (await head.GetAsync(Here, "/petugas")).Expect(200).Text, StringComparison.Ordinal);

        (await PageForm.SendAsync(head, Here, Page, "sertifikat", ("nik", SyntheticPeople.NikOf("1375", 0)))).Expect(200);
        var mine = (await head.GetAsync(Here, "/api/v1/officer/signatures")).Expect(200)["items"].EnumerateArray().Single(i => i.GetProperty("application").GetString() == filed.Number).GetProperty("id").GetString()!;
        // Another official knows nothing of it.
        (await officer.PostAsync(Here, "/api/v1/officer/signatures/sign", new JsonObject { ["documents"] = new JsonArray(mine), ["passphrase"] = BsreSimulator.Passphrase }, MppClient.NewKey())).Expect(404, "unknown-signature-order");
        var wrong = (await PageForm.SendAsync(head, Here, Page, "tanda", ("documents", mine), ("passphrase", "bukan-frasa-saya"))).Expect(422);
        Assert.Contains("href=\"#passphrase\"", wrong.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("bukan-frasa-saya", wrong.Text, StringComparison.Ordinal);

        var signed = (await PageForm.SendAsync(head, Here, Page, "tanda", ("documents", mine), ("passphrase", BsreSimulator.Passphrase))).Expect(200);

        Assert.Contains("Ditandatangani: 1 dokumen", signed.Text, StringComparison.Ordinal);
        Assert.Equal("issued", (await citizen.GetAsync(Here, filed.Path)).Expect(200).TextOf("status"));
        var admin = await program.StaffAsync("admin.bukittinggi", Here);
        Assert.Contains("Berlaku", (await admin.GetAsync(Here, "/admin/tanda-tangan")).Expect(200).Text, StringComparison.Ordinal);
        Assert.Equal("valid", (await admin.GetAsync(Here, "/api/v1/admin/signers")).Expect(200)["items"][0].GetProperty("status").GetString());
    }

    private async Task NameAsync(string signer)
    {
        using var simulator = new HttpClient { BaseAddress = (await program.Services.GetRequiredService<ConnectorAddresses>().FindAsync("Bsre"))! };
        using var named = await simulator.PostAsJsonAsync("simulator/signer", new { nik = SyntheticPeople.NikOf("1375", 0), name = signer.Split(',')[0] });
        named.EnsureSuccessStatusCode();
    }
}
