using System.Text.Json.Nodes;

namespace MppDigital.Web.Tests.Http;

/// <summary>A daughter files for her mother: with her mother's word and never without it, both named wherever the file is shown.</summary>
[Collection(RunningProgram.Name)]
public sealed class MandateTests(RunningProgram program)
{
    private const string Here = "bukittinggi";
    private const string Mine = "/api/v1/me/mandates";

    [Fact]
    public async Task One_person_files_for_another_until_the_mandate_ends()
    {
        var (mother, daughter) = (await CitizenAsync(3), await CitizenAsync(4));
        var people = program.People.Citizens.Where(c => c.Regency == "padang").ToList();
        var until = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(30));
        var offered = (await mother.PostAsync("", Mine, new JsonObject { ["holderNik"] = people[4].Nik, ["services"] = new JsonArray(Filings.Service), ["until"] = until.ToString("O", null) }, MppClient.NewKey())).Expect(201);
        var id = offered.TextOf("id")!;
        var body = await Filings.BodyAsync(daughter, Here);
        body["onBehalfOf"] = id;
        (await daughter.PostAsync(Here, "/api/v1/applications", body.DeepClone(), MppClient.NewKey())).Expect(403, "no-mandate");
        (await mother.PostAsync("", $"{Mine}/{id}/accept")).Expect(404, "unknown-mandate");
        (await daughter.PostAsync("", $"{Mine}/{id}/accept")).Expect(200);

        var number = (await daughter.PostAsync(Here, "/api/v1/applications", body.DeepClone(), MppClient.NewKey())).Expect(201).TextOf("number")!;

        foreach (var either in (MppClient[])[mother, daughter])
        {
            var view = (await either.GetAsync(Here, $"/api/v1/applications/{number}")).Expect(200);
            Assert.Equal((people[3].Name, people[4].Name), (view["onBehalf"].GetProperty("applicant").GetString()!, view["onBehalf"].GetProperty("actedBy").GetString()!));
            Assert.Contains(number, (await either.GetAsync(Here, "/api/v1/applications")).Expect(200).Text, StringComparison.Ordinal);
            Assert.Contains(people[4].Name, (await either.GetAsync(Here, $"/permohonan/{number}")).Expect(200).Text, StringComparison.Ordinal);
        }

        var officer = await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here);
        var desk = (await officer.GetAsync(Here, $"/petugas/permohonan/{number}")).Expect(200).Text;
        Assert.Contains(people[3].Name, desk, StringComparison.Ordinal);
        Assert.Contains(people[4].Name, desk, StringComparison.Ordinal);
        (await (await program.CitizenAsync(12)).GetAsync(Here, $"/api/v1/applications/{number}")).Expect(404);
        (await (await program.StaffAsync("petugas.dpmptsp.bukittinggi", "")).GetAsync("", "/akun/kuasa")).Expect(403);

        (await mother.PostAsync("", $"{Mine}/{id}/end")).Expect(200);
        (await daughter.GetAsync(Here, $"/api/v1/applications/{number}")).Expect(404);
        Assert.DoesNotContain(number, (await daughter.GetAsync(Here, "/api/v1/applications")).Expect(200).Text, StringComparison.Ordinal);
        (await daughter.PostAsync(Here, $"/api/v1/applications/{number}/withdraw")).Expect(404);
        (await daughter.PostAsync(Here, "/api/v1/applications", body.DeepClone(), MppClient.NewKey())).Expect(403, "no-mandate");
        (await mother.PostAsync(Here, $"/api/v1/applications/{number}/withdraw")).Expect(200);
    }

    [Fact]
    public async Task A_visit_for_another_needs_their_word_and_they_see_it()
    {
        var (mother, daughter) = (await CitizenAsync(14), await CitizenAsync(15));
        var people = program.People.Citizens.Where(c => c.Regency == "padang").ToList();
        var slot = (await daughter.GetAsync(Here, "/api/v1/visits/slots?service=DKC-KTP-02")).Expect(200)["items"].EnumerateArray().Last(s => s.GetProperty("free").GetInt32() > 0).GetProperty("id").GetString()!;
        JsonObject Body(string mandate) => new() { ["service"] = "DKC-KTP-02", ["slot"] = slot, ["onBehalfOf"] = mandate };

        // Nobody books under another's NIK by knowing it: the API and the page say why, and what to do instead.
        Assert.Contains("kuasa", (await daughter.PostAsync(Here, "/api/v1/visits", Body(Guid.NewGuid().ToString()), MppClient.NewKey())).Expect(403, "no-mandate").Text, StringComparison.Ordinal);
        var refused = (await PageForm.SendAsync(daughter, Here, $"/layanan/DKC-KTP-02/kunjungan/pesan?jam={slot}", "pesan", ("jam", slot), ("prioritas", "none"), ("untuk", Guid.NewGuid().ToString()))).Expect(422).Text;
        Assert.Contains("Minta kuasa darinya di portal nasional", refused, StringComparison.Ordinal);
        Assert.Contains("/lapor-calo", refused, StringComparison.Ordinal);

        var until = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(30));
        var id = (await mother.PostAsync("", Mine, new JsonObject { ["holderNik"] = people[15].Nik, ["services"] = new JsonArray("DKC-KTP-02"), ["until"] = until.ToString("O", null) }, MppClient.NewKey())).Expect(201).TextOf("id")!;
        (await daughter.PostAsync("", $"{Mine}/{id}/accept")).Expect(200);
        var visit = (await daughter.PostAsync(Here, "/api/v1/visits", Body(id), MppClient.NewKey())).Expect(201);

        var seen = (await mother.GetAsync(Here, $"/kunjungan/{visit.TextOf("id")}")).Expect(200).Text;
        Assert.Contains(people[15].Name, seen, StringComparison.Ordinal);
        Assert.Contains(visit.TextOf("code")!, (await mother.GetAsync(Here, "/api/v1/visits")).Expect(200).Text, StringComparison.Ordinal);
        await StoryTests.WithinTenSecondsAsync("her list of uses names the visit", async () => (await mother.GetAsync("", Mine)).Expect(200).Text.Contains("visit-booked", StringComparison.Ordinal));
        await StoryTests.WithinTenSecondsAsync("she has a message about the visit", async () => (await mother.GetAsync(Here, "/api/v1/messages")).Expect(200).Text.Contains(visit.TextOf("code")!, StringComparison.Ordinal));
        (await daughter.SendAsync(Here, HttpMethod.Delete, $"/api/v1/visits/{visit.TextOf("id")}", Call.Empty)).Expect(200);
    }

    private async Task<MppClient> CitizenAsync(int position)
    {
        await program.CitizenAsync(position, "", "padang");
        return await program.CitizenAsync(position, Here, "padang");
    }
}
