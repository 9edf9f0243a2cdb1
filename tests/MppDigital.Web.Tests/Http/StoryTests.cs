using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MppDigital.Testing;
using MppDigital.Testing.Readers;

namespace MppDigital.Web.Tests.Http;

/// <summary>The main job as other systems live it: from the first look at a service to a document that anyone can verify.</summary>
[Collection(RunningProgram.Name)]
public sealed partial class StoryTests(RunningProgram program)
{
    private const string Here = "bukittinggi";

    [ReadersFact]
    public async Task A_nurse_applies_mends_one_answer_and_holds_a_licence_that_anyone_can_verify()
    {
        var citizen = await program.CitizenAsync(0);
        var issuedBefore = await IssuedAsync();
        var service = (await citizen.GetAsync(Here, $"/api/v1/services/{Filings.Service}")).Expect(200);
        Assert.Equal(5, service["offer"].GetProperty("workingDays").GetInt32());
        Assert.True(service["schema"].GetProperty("properties").GetProperty("nik").GetProperty("readOnly").GetBoolean());

        var receipt = (await citizen.PostAsync(Here, "/api/v1/applications", await Filings.BodyAsync(citizen, Here), MppClient.NewKey())).Expect(201);
        var filed = new Filed(receipt.TextOf("number")!, receipt.TextOf("secret")!);
        Assert.Matches("^1375-[0-9]{2}-[0-9]{6}$", filed.Number);
        Assert.Equal(filed.Path, receipt.Headers.Location?.ToString());
        // Every register answered, so the file is complete at once and the clock runs.
        Assert.Equal(JsonValueKind.String, receipt["dueOn"].ValueKind);
        Assert.Equal("submitted", receipt.TextOf("status"));

        await ReviewAsync(citizen, filed);
        var done = (await citizen.GetAsync(Here, filed.Path)).Expect(200);
        Assert.Equal("issued", done.TextOf("status"));
        Assert.Equal(["submitted", "completed", "claimed", "returned", "corrected", "verified", "recommended", "approved", "issued"], Kinds(done));

        var code = await CodeOnDocumentAsync(citizen, filed);
        await VerifyAsync(code);
        var tracked = (await program.Stranger().PostAsync(Here, "/api/v1/tracking", new JsonObject { ["number"] = filed.Number, ["secret"] = filed.Secret })).Expect(200);
        Assert.Equal("issued", tracked.TextOf("status"));
        Assert.DoesNotContain("Jl. Sudirman", tracked.Text, StringComparison.Ordinal);
        await WithinTenSecondsAsync("platform.issued rises by one", async () => await IssuedAsync() == issuedBefore + 1);
    }

    [Fact]
    public async Task The_same_key_files_once_and_answers_with_the_same_receipt()
    {
        var citizen = await program.CitizenAsync(1);
        var (body, key) = (await Filings.BodyAsync(citizen, Here), MppClient.NewKey());

        var twice = await Task.WhenAll(citizen.PostAsync(Here, "/api/v1/applications", body, key), citizen.PostAsync(Here, "/api/v1/applications", body.DeepClone(), key));
        var again = (await citizen.PostAsync(Here, "/api/v1/applications", body.DeepClone(), key)).Expect(201);

        Assert.All(twice, answer => Assert.Equal(again.Text, answer.Expect(201).Text));
        var own = (await citizen.GetAsync(Here, "/api/v1/applications")).Expect(200)["items"];
        Assert.Single(own.EnumerateArray());
        var other = body.DeepClone().AsObject();
        other["data"]!["sip_ke"] = 1;
        (await citizen.PostAsync(Here, "/api/v1/applications", other, key)).Expect(422, "idempotency-key-reused");
        Assert.Single((await citizen.GetAsync(Here, "/api/v1/applications"))["items"].EnumerateArray());
    }

    [Fact]
    public async Task The_second_of_two_officers_who_saw_the_same_version_gets_the_present_state()
    {
        var officer = await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here);
        var filed = await Filings.SubmitAsync(await program.CitizenAsync(2), Here);
        var seen = (await officer.GetAsync(Here, filed.DeskPath)).Expect(200);

        var first = (await officer.PostAsync(Here, $"{filed.DeskPath}/claim", ifMatch: seen.ETag)).Expect(200);
        var second = (await officer.PostAsync(Here, $"{filed.DeskPath}/claim", ifMatch: seen.ETag)).Expect(412);

        Assert.NotEqual(seen.ETag, first.ETag);
        Assert.Equal("in-review", second["application"].GetProperty("status").GetString());
        (await officer.PostAsync(Here, $"{filed.DeskPath}/verify")).Expect(428, "version-required");
        Assert.Equal(first.ETag, (await officer.GetAsync(Here, filed.DeskPath)).ETag);
    }

    [Fact]
    public async Task Of_two_officers_who_act_at_the_same_instant_one_acts()
    {
        var officer = await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here);
        var filed = await Filings.SubmitAsync(await program.CitizenAsync(10), Here);
        var seen = (await officer.GetAsync(Here, filed.DeskPath)).Expect(200);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => officer.PostAsync(Here, $"{filed.DeskPath}/claim", ifMatch: seen.ETag)));

        Assert.Equal([200, 412, 412, 412, 412, 412], answers.Select(a => a.Status).Order());
        Assert.Single(Kinds((await officer.GetAsync(Here, filed.DeskPath))["application"]), "claimed");
    }

    [Fact]
    public async Task Whoever_verified_a_file_or_has_no_part_in_it_does_not_approve()
    {
        var officer = await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here);
        var health = await program.StaffAsync("petugas.dinkes.bukittinggi", Here);
        var filed = await Filings.SubmitAsync(await program.CitizenAsync(3), Here);

        (await Filings.MoveAsync(officer, Here, filed.Number, "claim")).Expect(200);
        (await Filings.MoveAsync(health, Here, filed.Number, "verify")).Expect(403, "wrong-role");
        (await Filings.MoveAsync(officer, Here, filed.Number, "verify")).Expect(200);
        (await Filings.MoveAsync(officer, Here, filed.Number, "approve")).Expect(403, "wrong-role");
        (await Filings.MoveAsync(officer, Here, filed.Number, "verify")).Expect(409, "illegal-transition");
    }

    [Fact]
    public async Task A_citizen_withdraws_and_nobody_decides_any_more()
    {
        var citizen = await program.CitizenAsync(11);
        var officer = await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here);
        var filed = await Filings.SubmitAsync(citizen, Here);

        Assert.Equal("withdrawn", (await citizen.PostAsync(Here, $"{filed.Path}/withdraw")).Expect(200).TextOf("status"));

        (await citizen.PostAsync(Here, $"{filed.Path}/withdraw")).Expect(409, "illegal-transition");
        (await Filings.MoveAsync(officer, Here, filed.Number, "claim")).Expect(409, "illegal-transition");
        (await citizen.GetAsync(Here, $"{filed.Path}/document")).Expect(404, "no-document");
    }

    [Fact]
    public async Task A_draft_resumes_and_two_devices_do_not_overwrite_each_other()
    {
        var citizen = await program.CitizenAsync(12);
        var begun = new JsonObject { ["service"] = Filings.Service, ["data"] = new JsonObject { ["sip_ke"] = 1 } };
        var draft = (await citizen.PostAsync(Here, "/api/v1/drafts", begun, MppClient.NewKey())).Expect(201);
        var path = $"/api/v1/drafts/{draft.TextOf("id")}";
        var change = new Call { Body = new JsonObject { ["data"] = new JsonObject { ["sip_ke"] = 2 } }.ToJsonString(), IfMatch = draft.ETag };

        (await citizen.SendAsync(Here, HttpMethod.Put, path, change)).Expect(200);
        (await citizen.SendAsync(Here, HttpMethod.Put, path, change)).Expect(412);

        Assert.Equal(2, (await citizen.GetAsync(Here, path)).Expect(200)["content"].GetProperty("data").GetProperty("sip_ke").GetInt32());
    }

    [Fact]
    public async Task One_session_at_the_login_opens_every_regency_without_signing_in_again()
    {
        await program.CitizenAsync(4);

        // No password is given here: a form would fail the sign-in.
        var same = await program.CitizenAsync(4, "padang");

        (await same.GetAsync("padang", "/api/v1/applications")).Expect(200);
    }

    private async Task ReviewAsync(MppClient citizen, Filed filed)
    {
        var officer = await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here);
        var health = await program.StaffAsync("petugas.dinkes.bukittinggi", Here);
        var head = await program.StaffAsync("kepala.bukittinggi", Here);
        var inbox = (await officer.GetAsync(Here, $"/api/v1/officer/inbox?q={filed.Number}")).Expect(200);
        Assert.Equal(filed.Number, Assert.Single(inbox["items"].EnumerateArray()).GetProperty("number").GetString());

        (await Filings.MoveAsync(officer, Here, filed.Number, "claim")).Expect(200);
        var reason = new JsonObject { ["reason"] = "Alamat praktik belum memuat nomor rumah.", ["fields"] = new JsonArray("alamat_praktik") };
        (await Filings.MoveAsync(officer, Here, filed.Number, "return", reason)).Expect(200);

        var returned = (await citizen.GetAsync(Here, filed.Path)).Expect(200);
        Assert.Equal("returned", returned.TextOf("status"));
        Assert.Equal(JsonValueKind.Null, returned["dueOn"].ValueKind);
        Assert.Equal("alamat_praktik", Assert.Single(returned["fieldsToMend"].EnumerateArray()).GetString());
        var mended = new JsonObject { ["data"] = new JsonObject { ["alamat_praktik"] = new JsonObject { ["street"] = "Jl. Kesehatan No. 10", ["village"] = "Aur Kuning", ["district"] = "Aur Birugo Tigo Baleh", ["regency"] = "13.75", ["postalCode"] = "26132" } } };
        (await citizen.PostAsync(Here, $"{filed.Path}/correct", new JsonObject { ["data"] = new JsonObject { ["sip_ke"] = 1 } })).Expect(422);
        (await citizen.PostAsync(Here, $"{filed.Path}/correct", mended)).Expect(200);

        (await Filings.MoveAsync(officer, Here, filed.Number, "verify")).Expect(200);
        (await Filings.MoveAsync(health, Here, filed.Number, "recommend")).Expect(200);
        Assert.Equal("issued", (await Filings.MoveAsync(head, Here, filed.Number, "approve")).Expect(200)["application"].GetProperty("status").GetString());
    }

    private async Task<string> CodeOnDocumentAsync(MppClient citizen, Filed filed)
    {
        var pdf = (await citizen.GetAsync(Here, $"{filed.Path}/document")).Expect(200);
        Assert.Equal("application/pdf", pdf.MediaType);
        using var folder = new TempDirectory();
        await File.WriteAllBytesAsync(folder["izin.pdf"], pdf.Bytes);
        var text = await Poppler.TextOfAsync(folder["izin.pdf"]);
        Assert.Contains(filed.Number, text, StringComparison.Ordinal);
        Assert.Contains(program.People.Citizens.First(c => c.Regency == Here).Name, text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Jl. Kesehatan No. 10", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jl. Sudirman", text, StringComparison.Ordinal);
        var signed = await Poppler.SignaturesOfAsync(folder["izin.pdf"]);
        Assert.Contains("Signature is Valid.", signed, StringComparison.Ordinal);
        Assert.Contains("Total document signed", signed, StringComparison.Ordinal);
        var pages = Pages().Match(await Poppler.InfoOfAsync(folder["izin.pdf"])).Groups[1].Value;
        var address = await Poppler.QrOnAsync(folder["izin.pdf"], int.Parse(pages, CultureInfo.InvariantCulture), 150);
        Assert.StartsWith(new Uri(program.OriginOf(""), "/v/").ToString(), address, StringComparison.Ordinal);
        return VerificationCode().Match(address).Value;
    }

    private async Task VerifyAsync(string code)
    {
        var anybody = program.Stranger();
        await WithinTenSecondsAsync("the national register knows the document", async () => (await anybody.GetAsync("", $"/api/v1/verify/{code}")).Status == 200);
        var check = await anybody.GetAsync("", $"/api/v1/verify/{code}");
        Assert.Equal("genuine", check.TextOf("verdict"));
        Assert.Equal("1375", check["document"].GetProperty("regencyCode").GetString()!.Replace(".", "", StringComparison.Ordinal));
        Assert.DoesNotContain(program.People.Citizens.First(c => c.Regency == Here).Name, check.Text, StringComparison.OrdinalIgnoreCase);
        (await anybody.GetAsync("", "/api/v1/verify/0000-0000-0000-0000")).Expect(404);
    }

    private async Task<long> IssuedAsync() =>
        (await program.Stranger().GetAsync("pusat", "/api/v1/rollout/summary")).Expect(200)["platform"].GetProperty("issued").GetInt64();

    private static List<string> Kinds(Answer view) => Kinds(view.Json);

    private static List<string> Kinds(JsonElement view) => [.. view.GetProperty("timeline").EnumerateArray().Select(e => e.GetProperty("kind").GetString()!)];

    /// <summary>Asks again until it is so; the deadline is the contract's.</summary>
    internal static async Task WithinTenSecondsAsync(string what, Func<Task<bool>> isSo)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await isSo()) Assert.True(await NextAsync(beat, deadline.Token), $"Not within ten seconds: {what}.");
    }

    private static async Task<bool> NextAsync(PeriodicTimer beat, CancellationToken deadline)
    {
        try
        {
            return await beat.WaitForNextTickAsync(deadline);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$")]
    private static partial Regex VerificationCode();

    [GeneratedRegex("Pages: +([0-9]+)")]
    private static partial Regex Pages();
}
