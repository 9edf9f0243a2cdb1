using System.Text.Json.Nodes;

namespace MppDigital.Web.Tests.Http;

/// <content>What officers and the ministry send.</content>
public sealed partial class BadInputTests
{
    [Fact]
    public async Task Corrections_returns_and_refusals_are_refused_with_the_field_named()
    {
        var citizen = await program.CitizenAsync(10);
        var officer = await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here);
        var filed = await Filings.SubmitAsync(citizen, Here);
        var back = new JsonObject { ["reason"] = "Alamat praktik belum lengkap.", ["fields"] = new JsonArray("alamat_praktik") };
        var seen = (await officer.GetAsync(Here, filed.DeskPath)).Expect(200).ETag;

        await RefusesAsync(officer, Here, HttpMethod.Post, $"{filed.DeskPath}/return", new BadBodies(back, [], ["/reason"], []), seen);
        await RefusesIfMatchAsync(officer, HttpMethod.Post, $"{filed.DeskPath}/return", back);
        foreach (var step in WithoutBody.Skip(1).Take(3)) await RefusesIfMatchAsync(officer, HttpMethod.Post, $"{filed.DeskPath}/{step}", null);
        var head = await program.StaffAsync("kepala.bukittinggi", Here);
        await RefusesAsync(head, Here, HttpMethod.Post, $"{filed.DeskPath}/refuse", new BadBodies(new JsonObject { ["reason"] = "Syarat tidak terpenuhi." }, [], ["/reason"], []), seen);
        await RefusesIfMatchAsync(head, HttpMethod.Post, $"{filed.DeskPath}/approve", null);

        Assert.Equal(seen, (await officer.GetAsync(Here, filed.DeskPath)).ETag);
        (await officer.PostAsync(Here, $"{filed.DeskPath}/return", back.DeepClone(), ifMatch: seen)).Expect(200);
        var returned = (await citizen.GetAsync(Here, filed.Path)).ETag;
        var mended = new JsonObject { ["data"] = new JsonObject { ["alamat_praktik"] = new JsonObject { ["street"] = "Jl. Kesehatan No. 10", ["regency"] = "13.75" } } };
        await RefusesAsync(citizen, Here, HttpMethod.Post, $"{filed.Path}/correct", new BadBodies(mended, ["/data", "/data/alamat_praktik"], ["/data/alamat_praktik/street"], []));
        Assert.Equal(returned, (await citizen.GetAsync(Here, filed.Path)).ETag);
    }

    [Fact]
    public async Task Revoking_and_replacing_are_refused_with_the_field_named()
    {
        var filed = await Filings.SubmitAsync(await program.CitizenAsync(10), Here);
        var (officer, health, head) = (await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here), await program.StaffAsync("petugas.dinkes.bukittinggi", Here), await program.StaffAsync("kepala.bukittinggi", Here));
        foreach (var (who, move) in ((MppClient, string)[])[(officer, "claim"), (officer, "verify"), (health, "recommend"), (head, "approve")]) (await Filings.MoveAsync(who, Here, filed.Number, move)).Expect(200);
        var seen = (await head.GetAsync(Here, $"{filed.DeskPath}/document")).Expect(200).ETag;
        var reason = new JsonObject { ["reason"] = "Nama fasilitas salah tulis." };

        foreach (var change in (string[])["revoke", "replace"])
        {
            await RefusesAsync(head, Here, HttpMethod.Post, $"{filed.DeskPath}/document/{change}", new BadBodies(reason, [], ["/reason"], []), seen);
            await RefusesIfMatchAsync(head, HttpMethod.Post, $"{filed.DeskPath}/document/{change}", reason);
            (await officer.PostAsync(Here, $"{filed.DeskPath}/document/{change}", reason.DeepClone(), ifMatch: seen)).Expect(403, "wrong-role");
        }

        // Somebody signed it, so there is no defect to name.
        var named = new JsonObject { ["reason"] = "STR dicabut oleh konsil.", ["ground"] = "procedure" };
        (await head.PostAsync(Here, $"{filed.DeskPath}/document/revoke", named, ifMatch: seen)).Expect(422, "invalid-content");
        Assert.Equal(seen, (await head.GetAsync(Here, $"{filed.DeskPath}/document")).ETag);
        Assert.Equal("valid", (await head.PostAsync(Here, $"{filed.DeskPath}/document/replace", reason.DeepClone(), ifMatch: seen)).Expect(200).TextOf("status"));
        (await head.PostAsync(Here, $"{filed.DeskPath}/document/revoke", reason.DeepClone(), ifMatch: "\"99\"")).Expect(412);
    }

    [Fact]
    public async Task What_officers_write_is_refused_with_the_field_named()
    {
        var citizen = await program.CitizenAsync(10);
        var officer = await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here);
        var health = await program.StaffAsync("petugas.dinkes.bukittinggi", Here);
        var filed = await Filings.SubmitAsync(citizen, Here);
        (await Filings.MoveAsync(officer, Here, filed.Number, "claim")).Expect(200);
        var seen = (await officer.GetAsync(Here, filed.DeskPath)).Expect(200);
        var me = seen["stages"].EnumerateArray().First(s => s.GetProperty("action").GetString() == "claim").GetProperty("by").GetProperty("sub").GetString();

        var opinion = new BadBodies(new JsonObject { ["opinion"] = "against", ["note"] = "Jarak terlalu dekat.", ["checks"] = new JsonArray() }, ["/opinion", "/checks"], ["/note"], []);
        await RefusesAsync(officer, Here, HttpMethod.Post, $"{filed.DeskPath}/assign", new BadBodies(new JsonObject { ["agency"] = "DPMPTSP", ["to"] = me }, [], [], []), seen.ETag);
        await RefusesAsync(officer, Here, HttpMethod.Post, "/api/v1/officer/applications/together", new BadBodies(
            new JsonObject { ["action"] = "verify", ["files"] = new JsonArray(new JsonObject { ["number"] = "1375-26-999999", ["version"] = 1 }) }, ["/files/0/number", "/files/0/version"], ["/files/0/number"], []));
        (await Filings.MoveAsync(officer, Here, filed.Number, "verify", new JsonObject { ["checks"] = new JsonArray("tidak_ada") })).Expect(422, "invalid-content");
        (await Filings.MoveAsync(officer, Here, filed.Number, "verify", new JsonObject { ["note"] = "Berkas sesuai dengan aslinya." })).Expect(200);
        await RefusesAsync(health, Here, HttpMethod.Post, $"{filed.DeskPath}/recommend", opinion, (await health.GetAsync(Here, filed.DeskPath)).ETag);
        (await Filings.MoveAsync(health, Here, filed.Number, "recommend", opinion.Correct.DeepClone().AsObject())).Expect(200);
        var head = await program.StaffAsync("kepala.bukittinggi", Here);
        Assert.Equal(["/reason"], (await Filings.MoveAsync(head, Here, filed.Number, "approve")).Expect(422).Fields);
    }

    [Fact]
    public async Task What_officers_say_to_complaints_and_questions_is_refused_with_the_field_named()
    {
        var officer = await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here);
        var number = (await program.Stranger().PostAsync(Here, "/api/v1/complaints", VoicePageCases.Body(), MppClient.NewKey())).Expect(201).TextOf("number");
        var asked = await PageForm.SendAsync(await program.CitizenAsync(9), Here, "/konsultasi", "tanya", ("service", Filings.Service), ("text", "Apakah surat sehat boleh dari puskesmas?"));
        var (complaint, talk) = ($"/api/v1/officer/complaints/{number}", $"/api/v1/officer/consultations/{asked.Expect(302).Headers.Location!.OriginalString.Split('/')[^1]}");
        var seen = (await officer.GetAsync(Here, complaint)).Expect(200).ETag;

        // In hands that are not there, so that nothing is moved whatever else is spoilt.
        await RefusesAsync(officer, Here, HttpMethod.Post, $"{complaint}/moves", new BadBodies(new JsonObject { ["move"] = "assign", ["class"] = "service", ["agency"] = "DPMPTSP", ["officer"] = "siapa", ["text"] = "" }, ["/class", "/agency", "/officer", "/text"], ["/text", "/officer"], []), seen);
        await RefusesIfMatchAsync(officer, HttpMethod.Post, $"{complaint}/moves", new JsonObject { ["move"] = "triage", ["class"] = "service" });
        await RefusesAsync(officer, Here, HttpMethod.Post, $"{talk}/answer", new BadBodies(new JsonObject { ["text"] = "pendek" }, [], ["/text"], []));
        await RefusesAsync(officer, Here, HttpMethod.Post, $"{talk}/refer", new BadBodies(new JsonObject { ["agency"] = "TIDAK-ADA" }, [], [], []));
        await RefusesAsync(officer, Here, HttpMethod.Post, $"{talk}/handover", new BadBodies(new JsonObject { ["officer"] = "siapa" }, ["/officer"], [], []));

        Assert.Equal(seen, (await officer.GetAsync(Here, complaint)).ETag);
        (await officer.PostAsync(Here, $"{complaint}/moves", new JsonObject { ["move"] = "triage", ["class"] = "service" }, ifMatch: seen)).Expect(200);
        (await officer.PostAsync(Here, $"{talk}/answer", new JsonObject { ["text"] = "Boleh, asal belum lewat tiga bulan." })).Expect(200);
    }

    [Fact]
    public async Task What_signers_send_is_refused_with_the_field_named()
    {
        var head = await program.StaffAsync("kepala.bukittinggi", Here);
        const string Queue = "/api/v1/officer/signatures";

        await RefusesAsync(head, Here, HttpMethod.Put, $"{Queue}/certificate", new BadBodies(new JsonObject { ["nik"] = "1375011203949990" }, [], [], []));
        await RefusesAsync(head, Here, HttpMethod.Post, $"{Queue}/sign", new BadBodies(new JsonObject { ["documents"] = new JsonArray(Guid.NewGuid().ToString()), ["passphrase"] = "salah" }, ["/documents/0"], ["/passphrase"], []));

        // Nobody learns whether it is another's.
        (await head.PostAsync(Here, $"{Queue}/sign", new JsonObject { ["documents"] = new JsonArray(Guid.NewGuid().ToString()), ["passphrase"] = "salah" }, MppClient.NewKey())).Expect(404, "unknown-signature-order");
        Assert.Equal(["/nik"], (await head.SendAsync(Here, HttpMethod.Put, $"{Queue}/certificate", new Call { Body = "{\"nik\":\"1375011203940001\"}" })).Expect(422, "unknown-signer").Fields);
    }

    [Fact]
    public async Task Versions_and_releases_are_refused_with_the_field_named()
    {
        const string Service = "NAK-AK1-01";
        var owner = await CatalogSteps.OwnerAsync(program);
        var version = await CatalogSteps.SaveAsync(owner, Service, d => d["name_id"] = "Kartu pencari kerja, versi percobaan", MppClient.NewKey());
        var release = $"/api/v1/catalog/releases/{await CatalogSteps.OpenAsync(owner, Service, version, MppClient.NewKey())}";
        var seen = (await owner.GetAsync(CatalogSteps.Host, release)).Expect(200).ETag;
        var places = new BadBodies(new JsonObject { ["regencies"] = new JsonArray("13.75"), ["provinces"] = new JsonArray("13") }, ["/regencies", "/provinces"], [], []);

        foreach (var path in (string[])["/api/v1/catalog/services", $"/api/v1/catalog/services/{Service}/versions"])
            await RefusesAsync(owner, CatalogSteps.Host, HttpMethod.Post, path, new BadBodies(new JsonObject { ["code"] = "salah", ["name_id"] = "" }, [], ["/name_id"], []));
        foreach (var step in (string[])["start", "widen", "roll-back-one"]) await RefusesAsync(owner, CatalogSteps.Host, HttpMethod.Post, $"{release}/{step}", places, seen);

        Assert.Equal(seen, (await owner.GetAsync(CatalogSteps.Host, release)).ETag);
    }

    [Fact]
    public async Task Facts_of_the_rollout_are_refused_with_the_field_named()
    {
        const string Path = "/api/v1/rollout/regencies/13.75";
        var analyst = await program.StaffAsync("analis.pusat", "pusat");
        var seen = (await analyst.GetAsync("pusat", Path)).Expect(200).ETag;
        var fact = new JsonObject { ["event"] = "inaugurated", ["on"] = "2026-11-20", ["source"] = "Pengumuman daerah 20 November 2026" };

        await RefusesAsync(analyst, "pusat", HttpMethod.Put, Path, new BadBodies(fact, [], ["/source"], []), seen);
        (await analyst.SendAsync("pusat", HttpMethod.Put, Path, new Call { Body = fact.ToJsonString() })).Expect(428, "version-required");
        (await analyst.SendAsync("pusat", HttpMethod.Put, "/api/v1/rollout/regencies/99.99", new Call { Body = fact.ToJsonString(), IfMatch = seen })).Expect(404);

        Assert.Equal(seen, (await analyst.GetAsync("pusat", Path)).ETag);
    }
}
