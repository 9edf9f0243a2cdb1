using System.Text.Json;
using MppDigital.Testing;

namespace MppDigital.Cli.Tests;

public sealed class CalendarDueTests
{
    [Fact]
    public async Task Counts_the_published_cases()
    {
        using var published = JsonDocument.Parse(Vectors.Read("working-days.json"));
        var holidays = published.RootElement.GetProperty("years").EnumerateObject()
            .SelectMany(y => y.Value.GetProperty("holidays").EnumerateArray()).Select(h => h.GetProperty("date").GetString());
        var vectors = published.RootElement.GetProperty("working_day_vectors_2026").EnumerateArray().ToList();
        var order = new
        {
            calendars = new { national = holidays },
            cases = vectors.Select((v, i) => new
            {
                id = i,
                calendar = "national",
                zone = "Asia/Makassar",
                completeAt = $"{v.GetProperty("start").GetString()}T09:00:00+08:00",
                workingDays = v.GetProperty("add_working_days").GetInt32(),
                localHolidays = Array.Empty<string>(),
                pauses = Array.Empty<string>(),
            }),
        };

        var run = await RunningMpp.CallAsync(JsonSerializer.Serialize(order), "calendar", "due", "--json");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(vectors.Select(v => v.GetProperty("due").GetString()), run.Json.EnumerateArray().Select(a => a.GetProperty("dueOn").GetString()));
    }

    [Fact]
    public async Task Answers_in_the_form_that_scripts_rely_on()
    {
        var run = await RunningMpp.CallAsync(
            """
            { "calendars": { "a": ["2026-11-23"] }, "cases": [
              { "id": "x", "calendar": "a", "zone": "Asia/Jakarta", "completeAt": "2026-11-19T10:00:00+07:00", "workingDays": 3, "localHolidays": ["2026-11-24"],
                "pauses": [{ "from": "2026-11-25T10:00:00+07:00", "to": "2026-11-26T09:00:00+07:00" }] },
              { "id": 7, "calendar": "a", "zone": "Asia/Jayapura", "completeAt": "2026-11-19T10:00:00Z", "workingDays": 1, "pauses": [{ "from": "2026-11-19T11:00:00Z", "to": null }] } ] }
            """,
            "calendar",
            "due");

        Assert.Equal(
            """[{"id":"x","dueOn":"2026-11-27","dueAt":"2026-11-28T00:00:00+07:00","deemed":false},{"id":7,"dueOn":null,"dueAt":null,"deemed":false}]""",
            JsonSerializer.Serialize(run.Json, CommandJson.Lines));
    }

    [Theory]
    [InlineData("2026-11-27T23:59:59+07:00", false)]
    [InlineData("2026-11-28T00:00:00+07:00", true)]
    public async Task Tells_whether_the_limit_has_passed(string now, bool deemed)
    {
        var run = await RunningMpp.CallAsync(
            $$"""{ "now": "{{now}}", "calendars": { "a": [] }, "cases": [{ "id": 1, "calendar": "a", "zone": "Asia/Jakarta", "completeAt": "2026-11-26T10:00:00+07:00", "workingDays": 1 }] }""",
            "calendar",
            "due");

        Assert.Equal(deemed, run.Json[0].GetProperty("deemed").GetBoolean());
    }

    [Theory]
    [InlineData("""{ "id": 2, "calendar": "b", "zone": "Asia/Jakarta", "completeAt": "2026-11-26T10:00:00Z", "workingDays": 1 }""", "calendar")]
    [InlineData("""{ "id": 2, "calendar": "a", "zone": "Asia/Tokyo", "completeAt": "2026-11-26T10:00:00Z", "workingDays": 1 }""", "zone")]
    [InlineData("""{ "id": 2, "calendar": "a", "zone": "Asia/Jakarta", "completeAt": "2026-11-26T10:00:00", "workingDays": 1 }""", "offset")]
    [InlineData("""{ "id": 2, "calendar": "a", "zone": "Asia/Jakarta", "completeAt": "2026-11-26T10:00:00Z", "workingDays": -1 }""", "workingDays")]
    [InlineData("""{ "id": 2, "calendar": "a", "zone": "Asia/Jakarta", "completeAt": "9999-12-31T23:00:00Z", "workingDays": 1 }""", "completeAt")]
    [InlineData("""{ "id": 2, "calendar": "a", "zone": "Asia/Jakarta", "completeAt": "2026-11-26T10:00:00Z", "workingDays": 1, "pauses": [{ "from": "2026-11-26T11:00:00Z", "to": "9999-12-31T23:00:00Z" }] }""", "pauses")]
    [InlineData("""{ "id": 2, "calendar": "a", "zone": "Asia/Jakarta", "completeAt": "2026-11-26T10:00:00Z" }""", "workingDays")]
    [InlineData("""{ "id": 2, "calendar": "a", "zone": "Asia/Jakarta", "completeAt": "2026-11-26T10:00:00Z", "workingDays": 1, "pauses": [null] }""", "pauses")]
    public async Task Answers_the_sound_cases_and_says_what_is_wrong_with_the_others(string faulty, string named)
    {
        const string Sound = """{ "id": 1, "calendar": "a", "zone": "Asia/Jakarta", "completeAt": "2026-11-26T10:00:00Z", "workingDays": 1 }""";

        var run = await RunningMpp.CallAsync($$"""{ "calendars": { "a": [] }, "cases": [{{Sound}}, {{faulty}}] }""", "calendar", "due");

        Assert.Equal(ExitCode.PartlyDone, run.ExitCode);
        Assert.Equal("2026-11-27", run.Json[0].GetProperty("dueOn").GetString());
        Assert.Equal(2, run.Json[1].GetProperty("id").GetInt32());
        Assert.Contains(named, run.Json[1].GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{ "cases": [] }""")]
    [InlineData("not json")]
    public async Task Calls_unreadable_input_wrong_usage(string input)
    {
        var run = await RunningMpp.CallAsync(input, "calendar", "due");

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.StartsWith("standard input:", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("calendar")]
    [InlineData("calendar", "due", "--oops")]
    [InlineData("kalender")]
    public async Task Calls_an_unknown_verb_wrong_usage(params string[] args) =>
        Assert.Equal(ExitCode.WrongUsage, (await RunningMpp.CallAsync("", args)).ExitCode);
}
