using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.National.Residents.Requests;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.Tests.Http;

/// <summary>What a person may ask about their own data, over every regency of the running program.</summary>
[Collection(RunningProgram.Name)]
public sealed class MyDataTests(RunningProgram program)
{
    private const string Here = "bukittinggi";
    private static readonly TimeSpan Minutes = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_copy_holds_everything_of_one_person_and_nothing_of_another()
    {
        var (mine, other) = (await CitizenAsync(10), await CitizenAsync(11));
        var (filed, foreign) = (await Filings.SubmitAsync(mine, Here), await Filings.SubmitAsync(other, Here));
        var asked = (await mine.PostAsync("", "/api/v1/me/export", key: "salinan-pertama")).Expect(202);
        Assert.Equal(asked.TextOf("id"), (await mine.PostAsync("", "/api/v1/me/export", key: "salinan-pertama")).Expect(202).TextOf("id"));

        var ready = await AnsweredAsync(mine, asked.TextOf("id")!);

        Assert.Equal("granted", ready.TextOf("state"));
        // A password alone opens no whole life; and of somebody else's there is nothing to open.
        (await mine.GetAsync("", $"/api/v1/me/export/{asked.TextOf("id")}")).Expect(401, "step-up-required");
        (await other.GetAsync("", $"/api/v1/me/export/{asked.TextOf("id")}")).Expect(404, "unknown-request");
        (await other.GetAsync("", $"/akun/permintaan/{asked.TextOf("id")}")).Expect(404);
        var files = await UnpackAsync(asked.TextOf("id")!);
        var data = JsonNode.Parse(files["data.json"])!;
        Assert.Equal(program.People.Citizens.Where(c => c.Regency == "padang").ElementAt(10).Nik, data["account"]!["nik"]!.GetValue<string>());
        var application = Assert.Single(data["regencies"]!["13.75"]!["applications"]!.AsArray())!;
        Assert.Equal((filed.Number, "Klinik Pratama Cempaka"), (application["number"]!.GetValue<string>(), application["answers"]!["fasilitas"]!.GetValue<string>()));
        Assert.Contains(application["evidence"]!.AsArray(), e => e!["file"] is { } name && files.ContainsKey(name.GetValue<string>()));
        Assert.Contains(data["regencies"]!["13.75"]!["messages"]!["sent"]!.AsArray(), m => m!["number"]!.GetValue<string>() == filed.Number && m["text"]!.GetValue<string>().Length > 0);
        Assert.DoesNotContain(foreign.Number, files["data.json"], StringComparison.Ordinal);
        Assert.Contains(filed.Number, files["baca-saya.html"], StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Secret, string.Concat(files.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasure_takes_what_no_law_keeps_and_names_the_law_for_the_rest()
    {
        var citizen = await CitizenAsync(12);
        var filed = await Filings.SubmitAsync(citizen, Here);
        var draft = (await citizen.PostAsync(Here, "/api/v1/drafts", new JsonObject { ["service"] = Filings.Service, ["data"] = new JsonObject() }, MppClient.NewKey())).Expect(201).TextOf("id");
        (await citizen.UploadAsync(Here, MppDigital.Testing.SampleFiles.Png())).Expect(201);

        var asked = (await citizen.PostAsync("", "/api/v1/me/requests", new JsonObject { ["kind"] = "erasure" }, MppClient.NewKey())).Expect(202);
        var answer = await AnsweredAsync(citizen, asked.TextOf("id")!);

        Assert.Equal("partly-granted", answer.TextOf("state"));
        var kept = Assert.Single(answer["kept"].EnumerateArray());
        Assert.Equal(filed.Number, kept.GetProperty("reference").GetString());
        Assert.Contains("UU 43/2009 pasal 48", kept.GetProperty("ground").GetString()!, StringComparison.Ordinal);
        Assert.Equal(["draft", "register-answer", "upload"], answer["erased"].EnumerateArray().Select(e => e.GetProperty("what").GetString()!).Order());
        (await citizen.GetAsync(Here, $"/api/v1/drafts/{draft}")).Expect(404);
        var file = (await citizen.GetAsync(Here, filed.Path)).Expect(200)["evidence"].EnumerateArray().Select(e => e.GetProperty("document")).First(d => d.ValueKind == System.Text.Json.JsonValueKind.String).GetString();
        var officer = await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here);
        (await officer.GetAsync(Here, $"/api/v1/officer/applications/{filed.Number}/files/{file}")).Expect(200);
        Assert.Contains("pasal 48", (await citizen.GetAsync("", $"/akun/permintaan/{asked.TextOf("id")}")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_answered_by_the_office_of_its_application_alone()
    {
        var citizen = await CitizenAsync(0);
        var filed = await Filings.SubmitAsync(citizen, Here);
        var id = await CorrectAsync(citizen, filed.Number);
        var (admin, elsewhere) = (await program.StaffAsync("admin.bukittinggi", Here), await program.StaffAsync("admin.padang", "padang"));
        (await elsewhere.GetAsync("padang", $"/admin/permintaan/{id}")).Expect(404);
        Assert.Contains("Jalan Melati 5", (await admin.GetAsync(Here, $"/admin/permintaan/{id}")).Expect(200).Text, StringComparison.Ordinal);

        (await PageForm.SendAsync(admin, Here, $"/admin/permintaan/{id}", "jawab", ("jawaban", "diperbaiki"), ("reason", "Alamat pada dokumen sudah diganti."))).Expect(302);

        var answer = (await citizen.GetAsync("", $"/api/v1/me/requests/{id}")).Expect(200);
        Assert.Equal(("granted", "Alamat pada dokumen sudah diganti."), (answer.TextOf("state"), answer.TextOf("reason")));

        // Somebody else's number opens nothing of that file, and cannot be granted.
        var foreign = await CorrectAsync(await CitizenAsync(1), filed.Number);
        Assert.DoesNotContain("value=\"diperbaiki\"", (await admin.GetAsync(Here, $"/admin/permintaan/{foreign}")).Expect(200).Text, StringComparison.Ordinal);
        (await PageForm.SendAsync(admin, Here, $"/admin/permintaan/{foreign}", "jawab", ("jawaban", "diperbaiki"), ("reason", "Alamat pada dokumen sudah diganti."))).Expect(409);
    }

    private static async Task<string> CorrectAsync(MppClient citizen, string number) =>
        (await citizen.PostAsync("", "/api/v1/me/requests", new JsonObject { ["kind"] = "correction", ["subject"] = number, ["wrong"] = "Jalan Mawar 5", ["right"] = "Jalan Melati 5", ["reason"] = "Salah ketik, KTP terlampir." }, MppClient.NewKey())).Expect(202).TextOf("id")!;

    private async Task<MppClient> CitizenAsync(int position)
    {
        await program.CitizenAsync(position, "", "padang");
        return await program.CitizenAsync(position, Here, "padang");
    }

    private static async Task<Answer> AnsweredAsync(MppClient who, string id)
    {
        var patience = DateTime.UtcNow + Minutes;
        while (true)
        {
            var answer = (await who.GetAsync("", $"/api/v1/me/requests/{id}")).Expect(200);
            if (answer.TextOf("state") != "asked") return answer;
            Assert.True(DateTime.UtcNow < patience, $"Nobody answered: {answer}");
            await Task.Delay(100);
        }
    }

    /// <summary>As its owner gets it after the second factor; by name, papers as the letters of their bytes.</summary>
    private async Task<Dictionary<string, string>> UnpackAsync(string id)
    {
        await using var scope = program.Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<MppDigital.National.NationalDbContext>>().CreateDbContextAsync();
        var request = await db.DataRequests.FindAsync(Guid.Parse(id));
        var copy = await scope.ServiceProvider.GetRequiredService<IUseCase<FetchCopy, FetchedCopy>>().HandleAsync(new FetchCopy(request!.Sub, request.Id, HasFreshFactor: true), default);
        using var zip = new ZipArchive(new MemoryStream(copy.Value!.Content));
        return zip.Entries.ToDictionary(e => e.FullName, e => new StreamReader(e.Open()).ReadToEnd());
    }
}
