using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MppDigital.Testing;

namespace MppDigital.Web.Tests.Http;

/// <summary>Every call that writes, with everything that is wrong: refused with the field named, nothing stored, never a failure of ours.</summary>
[Collection(RunningProgram.Name)]
public sealed partial class BadInputTests(RunningProgram program)
{
    private const string Here = "bukittinggi";

    private static readonly string[] WithoutBody = ["withdraw", "complete", "claim", "verify", "recommend", "approve", "check", "payment", "publish", "pause", "resume", "roll-back", "revoke", "test", "resend", "remove", "replay", "accept", "decline", "end", "export", "check-in", "call-next", "ranges", "complainant"];

    private static readonly string[] WithBody =
    [
        "/api/v1/me/mandates", "/api/v1/me/mandates/children", "/api/v1/me/requests",
        "/api/v1/surveys", "/api/v1/tracking", "/api/v1/complaints", "/api/v1/complaints/lookup", "/api/v1/complaints/reply", "/api/v1/payments/callback/qris", "/api/v1/messages/reports", "/api/v1/messages/incoming", "/api/v1/admin/message-wordings/{event}", "/api/v1/admin/webhooks", "/api/v1/admin/payments/{id:guid}/refund", "/api/v1/admin/payment-differences/{id:guid}/settle", "/api/v1/admin/payment-account", "/api/v1/admin/connectors/{name}", "/api/v1/handoffs/callback/{system}", "/api/v1/drafts", "/api/v1/drafts/{id:guid}", "/api/v1/documents", "/api/v1/applications", "/api/v1/applications/{number}/correct",
        "/api/v1/life-events/{code}/applications", "/api/v1/officer/applications/{number}/return", "/api/v1/officer/applications/{number}/refuse",
        "/api/v1/officer/applications/{number}/visit", "/api/v1/officer/applications/{number}/assign", "/api/v1/officer/applications/together",
        "/api/v1/officer/signatures/certificate", "/api/v1/officer/signatures/sign", "/api/v1/officer/applications/{number}/document/revoke", "/api/v1/officer/applications/{number}/document/replace", "/api/v1/rollout/regencies/{code}", "/api/v1/admin/offerings/{service}",
        "/api/v1/officer/complaints/{number}/moves", "/api/v1/officer/consultations/{number}/answer", "/api/v1/officer/consultations/{number}/handover", "/api/v1/officer/consultations/{number}/refer",
        "/api/v1/kiosk/numbers", "/api/v1/officer/counters/{id:guid}/recall", "/api/v1/officer/counters/{id:guid}/hold", "/api/v1/officer/counters/{id:guid}/transfer", "/api/v1/officer/counters/{id:guid}/no-show",
        "/api/v1/officer/counters/{id:guid}/serve", "/api/v1/officer/counters/{id:guid}/rejoin",
        "/api/v1/visits", "/api/v1/visits/appeals", "/api/v1/visits/{id:guid}/reschedule", "/api/v1/admin/places", "/api/v1/admin/places/{id:guid}", "/api/v1/admin/places/{id:guid}/closures", "/api/v1/admin/places/{id:guid}/counters",
        "/api/v1/admin/places/{id:guid}/counters/{line:guid}", "/api/v1/officer/counters/{id:guid}/state",
        "/api/v1/catalog/services", "/api/v1/catalog/services/{code}/versions", "/api/v1/catalog/releases", "/api/v1/catalog/releases/{id:guid}/start", "/api/v1/catalog/releases/{id:guid}/widen", "/api/v1/catalog/releases/{id:guid}/roll-back-one",
    ];

    [Fact]
    public void Every_call_that_writes_is_tried() =>
        Assert.Equal([], Route.Of(program.App).Where(r => r is { IsApi: true, Changes: true, Method: not "DELETE" }).Select(r => r.Pattern).Where(p => !WithBody.Contains(p) && !WithoutBody.Contains(p.Split('/')[^1])));

    [Fact]
    public async Task Applications_are_refused_with_the_field_named()
    {
        var citizen = await program.CitizenAsync(12);
        var bodies = new BadBodies(
            await Filings.BodyAsync(citizen, Here),
            ["/onBehalfOf", "/data/alamat_praktik/village", "/data/alamat_praktik/district", "/data/alamat_praktik/postalCode"],
            ["/data/fasilitas", "/data/alamat_praktik/street", "/data/alamat_praktik/village", "/data/alamat_praktik/district"], []);

        await RefusesAsync(citizen, Here, HttpMethod.Post, "/api/v1/applications", bodies);

        (await citizen.PostAsync(Here, "/api/v1/applications", bodies.Correct.DeepClone(), MppClient.NewKey())).Expect(201);
    }

    [Fact]
    public async Task Mandates_are_refused_with_the_field_named()
    {
        var citizen = await program.CitizenAsync(5, "");
        var bodies = new BadBodies(new JsonObject { ["holderNik"] = "1375010101909999", ["services"] = new JsonArray(Filings.Service), ["until"] = "2026-11-01" }, ["/services"], [], []);

        // Its last day has passed, so that nothing is given whatever else is spoilt.
        await RefusesAsync(citizen, "", HttpMethod.Post, "/api/v1/me/mandates", bodies);
        await RefusesAsync(citizen, "", HttpMethod.Post, "/api/v1/me/mandates/children", new BadBodies(new JsonObject { ["nik"] = "1375010101079999" }, [], [], []));
    }

    [Fact]
    public async Task Data_requests_are_refused_with_the_field_named()
    {
        var citizen = await program.CitizenAsync(5, "");

        // Of a regency that there is not, so that nothing is asked whatever else is spoilt.
        await RefusesAsync(citizen, "", HttpMethod.Post, "/api/v1/me/requests", new BadBodies(
            new JsonObject { ["kind"] = "correction", ["subject"] = "0000-26-000001", ["wrong"] = "Nama jalan", ["right"] = "Jalan Melati", ["reason"] = "Tertulis lain di KTP" }, [], ["/wrong", "/right", "/reason"], []));
    }

    [Fact]
    public async Task What_is_filed_together_is_refused_with_the_field_named()
    {
        var citizen = await program.CitizenAsync(17);
        var bodies = new BadBodies(await Filings.BirthAsync(citizen, Here), [], ["/data/tempat_lahir_anak", "/data/saksi/0/nama"], []);

        await RefusesAsync(citizen, Here, HttpMethod.Post, "/api/v1/life-events/birth/applications", bodies);

        (await citizen.PostAsync(Here, "/api/v1/life-events/birth/applications", bodies.Correct.DeepClone(), MppClient.NewKey())).Expect(201);
        (await citizen.PostAsync(Here, "/api/v1/life-events/tidak-ada/applications", bodies.Correct.DeepClone(), MppClient.NewKey())).Expect(404, "unknown-life-event");
    }

    [Fact]
    public async Task Creating_calls_need_a_key_of_visible_characters()
    {
        var citizen = await program.CitizenAsync(12);
        var body = await Filings.BodyAsync(citizen, Here);
        var before = await StoredRows.CountAsync(program, Here);

        foreach (var path in new[] { "/api/v1/applications", "/api/v1/drafts", "/api/v1/life-events/birth/applications" })
        {
            foreach (var key in new[] { null, "", "pendek7", new string('k', 129), "ada spasi di sini" })
                Assert.Equal(["/Idempotency-Key"], (await citizen.SendAsync(Here, HttpMethod.Post, path, new Call { Body = body.ToJsonString(), Key = key })).Expect(422, "idempotency-key-required").Fields);
        }

        Assert.Equal(before, await StoredRows.CountAsync(program, Here));
    }

    [Fact]
    public async Task Drafts_are_refused_when_they_are_no_answers_of_a_form()
    {
        var citizen = await program.CitizenAsync(12);
        var photo = (await citizen.UploadAsync(Here, SampleFiles.Png())).Expect(201).TextOf("id");
        var draft = new JsonObject { ["service"] = Filings.Service, ["data"] = new JsonObject { ["sip_ke"] = 1 }, ["documents"] = new JsonArray(new JsonObject { ["requirement"] = "foto", ["document"] = photo }) };
        var made = (await citizen.PostAsync(Here, "/api/v1/drafts", draft.DeepClone(), MppClient.NewKey())).Expect(201);
        var path = $"/api/v1/drafts/{made.TextOf("id")}";

        await RefusesAsync(citizen, Here, HttpMethod.Post, "/api/v1/drafts", new BadBodies(draft, ["/data", "/documents"], [], ["/data"]));
        draft.Remove("service");
        await RefusesAsync(citizen, Here, HttpMethod.Put, path, new BadBodies(draft, ["/data", "/documents"], [], ["/data"]), made.ETag);
        await RefusesIfMatchAsync(citizen, HttpMethod.Put, path, draft, needed: false);
        (await citizen.SendAsync(Here, HttpMethod.Put, "/api/v1/drafts/bukan-guid", new Call { Body = draft.ToJsonString() })).Expect(404);

        Assert.Equal(made.ETag, (await citizen.GetAsync(Here, path)).Expect(200).ETag);
    }

    [Fact]
    public async Task Tracking_is_refused_with_the_field_named()
    {
        var stranger = program.Stranger();

        await RefusesAsync(stranger, Here, HttpMethod.Post, "/api/v1/tracking", new BadBodies(new JsonObject { ["number"] = "1375-26-999999", ["secret"] = "0123456789AB" }, [], [], []));
    }

    [Fact]
    public async Task Surveys_are_refused_with_the_field_named()
    {
        var scores = new JsonObject();
        foreach (var element in (string[])["requirements", "procedure", "time", "fee", "product", "competence", "conduct", "complaints", "facilities"]) scores[element] = 4;
        var sheet = new JsonObject { ["code"] = "0123456789AB", ["scores"] = scores, ["words"] = "Cepat.", ["respondent"] = new JsonObject { ["age"] = "under25", ["sex"] = "female", ["education"] = "secondary", ["occupation"] = "farmer" } };

        // A forged code, so that nothing is taken whatever else is spoilt.
        await RefusesAsync(program.Stranger(), Here, HttpMethod.Post, "/api/v1/surveys", new BadBodies(sheet, [], [], []));
        (await program.Stranger().PostAsync(Here, "/api/v1/surveys", sheet.DeepClone(), MppClient.NewKey())).Expect(404, "unknown-survey-code");
    }

    [Fact]
    public async Task Settings_of_a_service_are_refused_with_the_field_named()
    {
        const string Path = $"/api/v1/admin/offerings/{Filings.Service}";
        var admin = await program.StaffAsync("admin.bukittinggi", Here);
        var seen = (await admin.GetAsync(Here, Path)).Expect(200).ETag;
        var offer = new JsonObject { ["active"] = true, ["workingDays"] = 4, ["contact"] = "Loket 2" };

        await RefusesAsync(admin, Here, HttpMethod.Put, Path, new BadBodies(offer, ["/workingDays", "/contact"], ["/contact"], []), seen);
        await RefusesIfMatchAsync(admin, HttpMethod.Put, Path, offer);
        offer["workingDays"] = 6;
        Assert.Equal(["/workingDays"], (await admin.SendAsync(Here, HttpMethod.Put, Path, new Call { Body = offer.ToJsonString(), IfMatch = seen })).Expect(422).Fields);

        Assert.Equal(seen, (await admin.GetAsync(Here, Path)).ETag);
    }

    [Fact]
    public async Task Files_are_refused_by_content_size_and_frame()
    {
        var citizen = await program.CitizenAsync(12);
        var before = await StoredRows.CountAsync(program, Here);

        foreach (var (name, content) in new (string, byte[])[]
        {
            ("foto.png", Encoding.ASCII.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")),
            ("foto.jpg", Encoding.ASCII.GetBytes("<html><script>alert(1)</script></html>")),
            ("foto.jpg", [0x4D, 0x5A, .. new byte[2000]]),
            ("foto.gif", Encoding.ASCII.GetBytes("GIF89a" + new string('a', 500))),
            ("foto.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            ("izin.pdf", Encoding.ASCII.GetBytes("%PDF-1.4")),
        }) (await citizen.UploadAsync(Here, content, fileName: name)).Expect(415, "file-type");

        Assert.Equal(["/file"], (await citizen.UploadAsync(Here, [])).Expect(422, "file-empty").Fields);
        (await citizen.UploadAsync(Here, SampleFiles.Pdf(6 * 1024 * 1024))).Expect(413, "file-too-large");
        (await citizen.UploadAsync(Here, SampleFiles.Pdf((5 * 1024 * 1024) + 1))).Expect(413, "file-too-large");
        foreach (var requirement in new[] { new string('a', 41), "<script>", "' OR 1=1--", "a\0b", "../x" })
            Assert.Equal(["/requirement"], (await citizen.UploadAsync(Here, SampleFiles.Png(), requirement)).Expect(422).Fields);
        foreach (var (type, body) in new[] { ("application/json", "{}"), ("text/plain", "a"), ("multipart/form-data", "a"), ("multipart/form-data; boundary=b", "--b\r\nkacau"), ("multipart/form-data; boundary=b", "--b--\r\n") })
            Assert.InRange((await citizen.SendAsync(Here, HttpMethod.Post, "/api/v1/documents", new Call { Body = body, Type = type, Key = MppClient.NewKey() })).Status, 400, 499);
        Assert.Equal(["/file"], (await SendPartsAsync(citizen, ("berkas", SampleFiles.Png()))).Expect(422).Fields);
        Assert.Equal(["/file"], (await SendPartsAsync(citizen, ("file", SampleFiles.Png()), ("file", SampleFiles.Png()))).Expect(422).Fields);

        Assert.Equal(before, await StoredRows.CountAsync(program, Here));
    }

    [Fact]
    public async Task Hostile_addresses_and_queries_are_not_found_or_refused()
    {
        var citizen = await program.CitizenAsync(12);
        var officer = await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here);
        var faults = new List<string>();
        foreach (var text in new[] { "' OR 1=1--", "<script>alert(1)</script>", "..%2F..%2Fetc", "%00", "%0d%0aSet-Cookie:a=b", new string('9', 5000), "%EF%BF%BE", "1375-26-%D9%A1%D9%A2", "😀" })
        {
            foreach (var (who, path) in new[]
            {
                (citizen, $"/api/v1/applications/{text}"), (citizen, $"/api/v1/applications?after={text}"), (citizen, $"/api/v1/applications?limit={text}"), (citizen, $"/api/v1/services/{text}"),
                (citizen, $"/api/v1/services/{Filings.Service}/deadline?completeAt={text}"), (officer, $"/api/v1/officer/applications/{text}"), (officer, $"/api/v1/officer/inbox?after={text}"),
                (officer, $"/api/v1/officer/inbox?status={text}"), (officer, $"/api/v1/officer/inbox?limit={text}"), (officer, $"/petugas/permohonan/{text}"), (citizen, $"/layanan/{text}"),
            })
            {
                var answer = await who.GetAsync(Here, path);
                if (answer.Status is < 400 or >= 500) faults.Add($"{path}: {answer}");
            }

            foreach (var (who, path) in new[] { (officer, $"/api/v1/officer/inbox?q={text}"), (officer, $"/petugas?q={text}"), (citizen, $"/layanan?q={text}") })
            {
                var answer = await who.GetAsync(Here, path);
                if (answer.Status >= 500 || answer.Text.Contains("<script>alert", StringComparison.Ordinal)) faults.Add($"{path}: {answer}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private async Task RefusesAsync(MppClient who, string host, HttpMethod method, string path, BadBodies bodies, string? ifMatch = null)
    {
        var before = await StoredRows.CountAsync(program, Here);
        var faults = new List<string>();
        var tried = 0;
        foreach (var bad in bodies.All())
        {
            var answer = await who.SendAsync(host, method, path, new Call { Body = bad.Text, Type = bad.Type, Key = MppClient.NewKey(), IfMatch = ifMatch });
            tried++;
            if (answer.Status is < 400 or >= 500 || answer.Code is null) faults.Add($"{bad.Pointer} {bad.Fault}: {answer}");
            else if (answer.Status == 422 && !Names(answer, bad.Pointer)) faults.Add($"{bad.Pointer} {bad.Fault} is not named: {answer}");
        }

        Assert.True(tried > 20, "Hardly anything was tried.");
        Assert.True(faults.Count == 0, string.Create(CultureInfo.InvariantCulture, $"{method} {path}: {faults.Count} of {tried}\n{string.Join('\n', faults)}"));
        Assert.Equal(before, await StoredRows.CountAsync(program, Here));
    }

    private static bool Names(Answer answer, string pointer) =>
        answer.Fields.Any(f => pointer.StartsWith(f, StringComparison.Ordinal) || f.StartsWith(pointer, StringComparison.Ordinal));

    private async Task RefusesIfMatchAsync(MppClient who, HttpMethod method, string path, JsonObject? body, bool needed = true)
    {
        if (needed) (await who.SendAsync(Here, method, path, new Call { Body = body?.ToJsonString() })).Expect(428, "version-required");
        foreach (var (value, status) in new[] { ("*", 400), ("W/\"1\"", 400), ("\"-1\"", 400), ("\"9999999999999999999999\"", 400), ("\"999\"", 412), ("' OR 1=1--", 400) })
        {
            var answer = await who.SendAsync(Here, method, path, new Call { Body = body?.ToJsonString(), IfMatch = value });
            Assert.True(answer.Status == status, $"{path} with If-Match {value}: expected {status}, was {answer}");
        }
    }

    private static Task<Answer> SendPartsAsync(MppClient who, params (string Name, byte[] Content)[] parts)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in parts) form.Add(new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, name, "foto.png");
        return who.SendAsync(Here, HttpMethod.Post, "/api/v1/documents", new Call { Content = form, Key = MppClient.NewKey() });
    }
}
