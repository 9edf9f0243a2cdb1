using System.Text;
using System.Text.Json.Nodes;

namespace MppDigital.Web.Tests.Http;

/// <summary>A family card through the whole program: decided by the office, made by the civil register, delivered by us.</summary>
[Collection(RunningProgram.Name)]
public sealed class RegisterProductTests(RunningProgram program)
{
    private const string Here = "bukittinggi";

    [Fact]
    public async Task What_the_office_approves_the_register_makes_and_the_citizen_downloads()
    {
        var (citizen, officer, head) = (await program.CitizenAsync(5), await program.StaffAsync("petugas.dinkes.bukittinggi", Here), await program.StaffAsync("kepala.bukittinggi", Here));
        var form = new JsonObject { ["service"] = "DKC-KK-03", ["data"] = new JsonObject(), ["documents"] = new JsonArray() };
        var number = (await citizen.PostAsync(Here, "/api/v1/applications", form, MppClient.NewKey())).Expect(201).TextOf("number")!;

        (await Filings.MoveAsync(officer, Here, number, "claim")).Expect(200);
        (await Filings.MoveAsync(officer, Here, number, "verify")).Expect(200);
        var decided = (await Filings.MoveAsync(head, Here, number, "approve")).Expect(200);
        Assert.Equal("approved", decided["application"].GetProperty("status").GetString());
        Assert.Equal("dukcapil", decided["order"].GetProperty("register").GetString());

        await StoryTests.WithinTenSecondsAsync("the civil register has made the card", async () => (await citizen.GetAsync(Here, $"/api/v1/applications/{number}")).TextOf("status") == "issued");
        var card = (await citizen.GetAsync(Here, $"/api/v1/applications/{number}/document")).Expect(200);
        Assert.Equal("application/pdf", card.MediaType);
        Assert.Contains($"CONTOH-KARTU-KELUARGA-{number}", Encoding.ASCII.GetString(card.Bytes), StringComparison.Ordinal);
        var page = (await citizen.GetAsync(Here, $"/permohonan/{number}/dokumen/baca")).Expect(200);
        Assert.Contains($"CONTOH-KARTU-KELUARGA-{number}", page.Text, StringComparison.Ordinal);
        Assert.Contains("dibuat oleh Dukcapil", page.Text, StringComparison.Ordinal);
    }
}
