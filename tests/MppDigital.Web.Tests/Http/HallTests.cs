using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MppDigital.Web.Tests.Http;

/// <summary>The line of a hall over HTTP: kiosk, counter and display, as browsers without script and as programs meet them.</summary>
[Collection(RunningProgram.Name)]
public sealed partial class HallTests(RunningProgram program)
{
    private const string Here = "bukittinggi";

    [Fact]
    public async Task A_number_from_the_kiosk_is_called_shown_and_served_without_any_script()
    {
        var hall = await HallSteps.OpenAsync(program);
        using var kiosk = await HallSteps.KioskAsync(program, hall);
        using var anybody = program.Stranger();
        var clerk = await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here);
        var desk = $"/petugas/loket?id={hall.Counter}";

        var slip = (await PageForm.SendAsync(kiosk, Here, "/kios", "ambil", ("choice", $"{hall.Line}|{hall.Service}"))).Expect(200);
        Assert.Contains("B-001", slip.Text, StringComparison.Ordinal);
        var ticket = Link().Match(slip.Text).Value;
        Assert.Contains("Anda berikutnya", (await anybody.GetAsync(Here, ticket)).Expect(200).Text, StringComparison.Ordinal);

        Assert.Contains("Sedang dipanggil", (await PageForm.SendAsync(clerk, Here, desk, "gerak", ("act", "next"))).Expect(200).Text, StringComparison.Ordinal);
        Assert.Contains("Silakan ke loket 5 sekarang", (await anybody.GetAsync(Here, ticket)).Text, StringComparison.Ordinal);
        Assert.Contains("<strong data-number>B-001</strong>", (await anybody.GetAsync(Here, $"/papan/{hall.Place}")).Expect(200).Text, StringComparison.Ordinal);
        // A second press of "next" while the first one is on the way calls nobody else.
        (await PageForm.SendAsync(clerk, Here, desk, "gerak", ("act", "next"))).Expect(409);
        (await PageForm.SendAsync(clerk, Here, desk, "gerak", ("act", "serve"))).Expect(200);
        (await PageForm.SendAsync(clerk, Here, desk, "gerak", ("act", "end"))).Expect(200);
        Assert.Contains("Selesai dilayani", (await anybody.GetAsync(Here, ticket)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_display_that_was_cut_off_gets_every_call_it_missed()
    {
        var hall = await HallSteps.OpenAsync(program);
        var clerk = await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here);
        for (var i = 0; i < 3; i++) await HallSteps.TakeAsync(program, hall);
        string last;
        await using (var display = await Display.FollowAsync(program.OriginOf(Here), $"/api/v1/visits/live?place={hall.Place}", null))
        {
            await NextAsync(clerk, hall);
            var first = await display.NextCallAsync();
            Assert.Equal(("B-001", "5"), (first.Number, first.Counter));
            last = first.Id;
        }

        // Nobody listens: the first is served and two more are called.
        await ServeAsync(clerk, hall);
        await NextAsync(clerk, hall);
        await ServeAsync(clerk, hall);
        await NextAsync(clerk, hall);

        await using var again = await Display.FollowAsync(program.OriginOf(Here), $"/api/v1/visits/live?place={hall.Place}", last);
        Assert.Equal("B-002", (await again.NextCallAsync()).Number);
        Assert.Equal("B-003", (await again.NextCallAsync()).Number);
    }

    [Fact]
    public async Task Faults_are_refused_with_the_field_named()
    {
        var hall = await HallSteps.OpenAsync(program);
        using var kiosk = await HallSteps.KioskAsync(program, hall);
        using var anybody = program.Stranger();
        var clerk = await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here);
        (await anybody.GetAsync(Here, "/api/v1/visits/live?place=bukan-id")).Expect(422);
        (await anybody.GetAsync(Here, $"/api/v1/visits/live?place={Guid.NewGuid()}")).Expect(404);
        (await anybody.GetAsync(Here, $"/api/v1/visits/live?place={hall.Place}&after=-1")).Expect(422);
        foreach (var path in (string[])["ranges", "numbers"]) (await anybody.PostAsync(Here, $"/api/v1/kiosk/{path}", new JsonObject())).Expect(403);

        var range = (await kiosk.PostAsync(Here, "/api/v1/kiosk/ranges")).Expect(200)["items"][0];
        var right = new JsonObject { ["token"] = range.GetProperty("token").GetString(), ["sequence"] = range.GetProperty("first").GetInt32(), ["service"] = hall.Service, ["priority"] = false, ["at"] = "2026-11-20T09:00:00+07:00" };
        foreach (var spoilt in new BadBodies(new JsonObject { ["numbers"] = new JsonArray(right.DeepClone()) }, ["/numbers/0/priority", "/numbers/0/at"], [], []).All())
        {
            var answer = await kiosk.SendAsync(Here, HttpMethod.Post, "/api/v1/kiosk/numbers", new Call { Body = spoilt.Text, Type = spoilt.Type });
            Assert.True(answer.Status is 200 or 400 or 413 or 415 or 422, $"{spoilt.Pointer} {spoilt.Fault}: {answer}");
        }

        var once = (await kiosk.PostAsync(Here, "/api/v1/kiosk/numbers", new JsonObject { ["numbers"] = new JsonArray(right.DeepClone(), right.DeepClone()) })).Expect(200)["items"];
        Assert.Equal(once[0].GetProperty("ticket").GetGuid(), once[1].GetProperty("ticket").GetGuid());

        await NextAsync(clerk, hall);
        var seen = (await clerk.GetAsync(Here, $"/api/v1/officer/counters/{hall.Counter}")).Expect(200).ETag;
        foreach (var (move, body) in ((string, JsonObject)[])[("transfer", []), ("transfer", new JsonObject { ["to"] = Guid.NewGuid().ToString() }), ("recall", new JsonObject { ["ticket"] = "teks" }), ("serve", new JsonObject { ["lain"] = 1 })])
            (await clerk.PostAsync(Here, $"/api/v1/officer/counters/{hall.Counter}/{move}", body, ifMatch: seen)).Expect(422);
        (await clerk.PostAsync(Here, $"/api/v1/officer/counters/{hall.Counter}/serve")).Expect(428);
        (await clerk.PostAsync(Here, $"/api/v1/officer/counters/{hall.Counter}/serve", ifMatch: "\"77\"")).Expect(412);
        (await clerk.PostAsync(Here, $"/api/v1/officer/counters/{hall.Counter}/serve", ifMatch: "\"x\"")).Expect(400);
    }

    private static async Task NextAsync(MppClient clerk, TestHall hall) => (await clerk.PostAsync(Here, $"/api/v1/officer/counters/{hall.Counter}/call-next")).Expect(200);

    private static async Task ServeAsync(MppClient clerk, TestHall hall)
    {
        var seen = (await clerk.GetAsync(Here, $"/api/v1/officer/counters/{hall.Counter}")).Expect(200).ETag;
        (await clerk.PostAsync(Here, $"/api/v1/officer/counters/{hall.Counter}/serve", ifMatch: seen)).Expect(200);
    }

    [GeneratedRegex("/kunjungan/tiket/[0-9a-f-]{36}")]
    private static partial Regex Link();
}
