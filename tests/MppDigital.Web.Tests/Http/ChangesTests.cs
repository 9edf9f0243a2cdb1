using System.Text;
using Ical.Net;
using MppDigital.Web.Api;

namespace MppDigital.Web.Tests.Http;

/// <summary>What other programs take from a regency: the feed of changes for its systems, and the dates of an application for its owner's calendar.</summary>
[Collection(RunningProgram.Name)]
public sealed class ChangesTests(RunningProgram program)
{
    private const string Here = "bukittinggi";

    [Fact]
    public async Task A_system_follows_an_application_by_cursor_and_learns_nothing_of_the_person()
    {
        var citizen = await program.CitizenAsync(10);
        var system = program.Stranger();
        var all = new Call { Token = await TokenAsync("mpp.api mpp.changes") };
        var filed = await Filings.SubmitAsync(citizen, Here);
        (await citizen.PostAsync(Here, $"{filed.Path}/withdraw", null, MppClient.NewKey())).Expect(200);

        var seen = new List<(string Cursor, string Event, string Number, string Status)>();
        for (string? after = "0"; after is not null;)
        {
            var page = (await system.SendAsync(Here, HttpMethod.Get, $"/api/v1/changes?limit=200&after={after}", all)).Expect(200);
            Assert.DoesNotContain(program.People.Citizens.Where(c => c.Regency == Here).ElementAt(10).Name, page.Text, StringComparison.OrdinalIgnoreCase);
            seen.AddRange(page["items"].EnumerateArray().Select(i => (i.GetProperty("cursor").GetString()!, i.GetProperty("event").GetString()!, i.GetProperty("number").GetString()!, i.GetProperty("status").GetString()!)));
            after = page.TextOf("next");
        }

        var own = seen.Where(c => c.Number == filed.Number).ToList();
        Assert.Equal(["application-submitted", "application-withdrawn"], own.Select(c => c.Event));
        Assert.All(own, c => Assert.Equal("withdrawn", c.Status));
        var later = (await system.SendAsync(Here, HttpMethod.Get, $"/api/v1/changes?limit=1&after={own[0].Cursor}", all)).Expect(200);
        Assert.NotEqual("application-submitted", later["items"].EnumerateArray().Where(i => i.GetProperty("number").GetString() == filed.Number).Select(i => i.GetProperty("event").GetString()).FirstOrDefault());
        (await system.SendAsync(Here, HttpMethod.Get, "/api/v1/changes?after=kemarin", all)).Expect(422);
        (await system.SendAsync(Here, HttpMethod.Get, "/api/v1/changes", new Call { Token = await TokenAsync("mpp.api") })).Expect(403);
        (await system.SendAsync("padang", HttpMethod.Get, "/api/v1/changes", all)).Expect(401);
    }

    [Fact]
    public void A_system_that_runs_wild_waits_and_another_does_not()
    {
        using var limits = new SystemLimits();

        Assert.All(Enumerable.Range(0, SystemLimits.CallsPerMinute), _ => Assert.Null(limits.Take("satu")));

        Assert.InRange(limits.Take("satu")!.Value, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1));
        Assert.Null(limits.Take("dua"));
    }

    [Fact]
    public async Task The_owner_saves_the_legal_limit_to_a_calendar()
    {
        var citizen = await program.CitizenAsync(10);
        var filed = await Filings.SubmitAsync(citizen, Here);
        var due = (await citizen.GetAsync(Here, filed.Path)).Expect(200)["dueOn"].GetString();

        var file = (await citizen.GetAsync(Here, $"/permohonan/{filed.Number}/kalender.ics")).Expect(200);

        Assert.Equal("text/calendar", file.MediaType);
        var entry = Assert.Single(Calendar.Load(Encoding.UTF8.GetString(file.Bytes))!.Events);
        Assert.Equal(due, $"{entry.Start!.Value:yyyy-MM-dd}");
        Assert.True(entry.IsAllDay);
        Assert.Contains(filed.Number, entry.Summary, StringComparison.Ordinal);
    }

    private async Task<string> TokenAsync(string scope)
    {
        var system = program.Demo.GetProperty("systemClient");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["scope"] = scope,
            ["client_id"] = system.GetProperty("id").GetString()!,
            ["client_secret"] = system.GetProperty("secret").GetString()!,
        });
        return (await program.Stranger().SendAsync(new Uri(program.OriginOf("login"), "/token"), HttpMethod.Post, new Call { Content = form })).Expect(200).TextOf("access_token")!;
    }
}
