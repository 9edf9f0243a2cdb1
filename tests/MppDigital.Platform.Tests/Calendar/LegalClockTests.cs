using System.Globalization;
using System.Text.Json;
using MppDigital.Platform.Calendar;
using MppDigital.Testing;

namespace MppDigital.Platform.Tests.Calendar;

public sealed class LegalClockTests
{
    private static readonly WorkingCalendar National = WorkingCalendar.From(HolidayFile.Parse(Vectors.Read("working-days.json")), []);

    public static TheoryData<string, int, string> PublishedVectors()
    {
        var data = new TheoryData<string, int, string>();
        using var file = JsonDocument.Parse(Vectors.Read("working-days.json"));
        foreach (var vector in file.RootElement.GetProperty("working_day_vectors_2026").EnumerateArray())
        {
            data.Add(vector.GetProperty("start").GetString()!, vector.GetProperty("add_working_days").GetInt32(), vector.GetProperty("due").GetString()!);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(PublishedVectors))]
    public void Counts_the_published_vectors_in_each_zone_from_the_first_to_the_last_minute_of_day_0(string start, int days, string due)
    {
        foreach (var zone in IndonesianZones.All)
        {
            foreach (var time in new[] { "00:00", "12:00", "23:59" })
            {
                Assert.Equal(due, Due(zone, $"{start}T{time}", days)!.DueOn.ToString("O", CultureInfo.InvariantCulture));
            }
        }
    }

    [Fact]
    public void Ends_at_midnight_after_the_last_day_in_the_regencys_own_zone()
    {
        Assert.Equal("2026-11-27T00:00:00+07:00", Written(Due(IndonesianZones.Jakarta, "2026-11-19T10:00", 5)!.DueAt));
        Assert.Equal("2026-11-27T00:00:00+08:00", Written(Due(IndonesianZones.Makassar, "2026-11-19T10:00", 5)!.DueAt));
        Assert.Equal("2026-11-27T00:00:00+09:00", Written(Due(IndonesianZones.Jayapura, "2026-11-19T10:00", 5)!.DueAt));
    }

    [Fact]
    public void Takes_day_0_from_the_zone_and_not_from_utc()
    {
        var instant = new DateTime(2026, 11, 19, 16, 30, 0, DateTimeKind.Utc);

        Assert.Equal(new DateOnly(2026, 11, 20), LegalClock.Due(National, IndonesianZones.Jakarta, instant, 1, [])!.DueOn);
        Assert.Equal(new DateOnly(2026, 11, 23), LegalClock.Due(National, IndonesianZones.Makassar, instant, 1, [])!.DueOn);
    }

    [Fact]
    public void A_limit_of_0_ends_with_day_0_even_on_a_sunday()
    {
        var due = Due(IndonesianZones.Jakarta, "2026-11-22T09:00", 0)!;

        Assert.Equal(new DateOnly(2026, 11, 22), due.DueOn);
        Assert.Equal("2026-11-23T00:00:00+07:00", Written(due.DueAt));
        Assert.Empty(due.Skipped);
    }

    [Fact]
    public void Names_each_day_that_it_skipped()
    {
        var skipped = Due(IndonesianZones.Jakarta, "2026-12-23T09:00", 1)!.Skipped;

        Assert.Equal([24, 25, 26, 27], skipped.Select(s => s.Date.Day));
        Assert.Equal([DayKind.Holiday, DayKind.Holiday, DayKind.Weekend, DayKind.Weekend], skipped.Select(s => s.Kind));
        Assert.Equal("Cuti bersama Natal", skipped[0].Holiday!.Name);
        Assert.Equal(HolidayType.CollectiveLeave, skipped[0].Holiday!.Type);
        Assert.Null(skipped[2].Holiday);
    }

    [Fact]
    public void Skips_the_regencys_own_holiday()
    {
        var local = new Holiday(new DateOnly(2026, 11, 24), "Hari jadi kota", null, HolidayType.Local);
        var calendar = new WorkingCalendar([], [local], 2026);

        var due = LegalClock.Due(calendar, IndonesianZones.Jakarta, Utc(IndonesianZones.Jakarta, "2026-11-23T08:00"), 1, [])!;

        Assert.Equal(new DateOnly(2026, 11, 25), due.DueOn);
        Assert.Equal(local, due.Skipped.Single().Holiday);
    }

    [Theory]
    [InlineData("2026-11-24T08:00", "2026-11-24T23:59", "2026-11-25")] // asked and answered on one day
    [InlineData("2026-11-24T23:59", "2026-11-25T00:01", "2026-11-26")] // waits at one midnight
    [InlineData("2026-11-24T23:59", "2026-11-25T00:00", "2026-11-26")] // answered on the new day
    [InlineData("2026-11-25T00:00", "2026-11-25T09:00", "2026-11-25")] // asked on the new day
    [InlineData("2026-11-24T08:00", "2026-11-26T09:00", "2026-11-27")] // waits at two midnights
    [InlineData("2026-11-20T08:00", "2026-11-23T09:00", "2026-11-25")] // over the weekend, day 0 itself does not count anyway
    [InlineData("2026-11-27T08:00", "2026-11-30T09:00", "2026-11-25")] // after the limit: never shortens, never lengthens
    public void A_working_day_does_not_count_if_the_file_waits_for_the_citizen_at_its_end(string asked, string answered, string due)
    {
        var zone = IndonesianZones.Makassar;
        var pause = new Pause(Utc(zone, asked), Utc(zone, answered));

        var deadline = LegalClock.Due(National, zone, Utc(zone, "2026-11-20T10:00"), 3, [pause])!;

        Assert.Equal(due, deadline.DueOn.ToString("O", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Has_no_due_date_while_a_pause_is_open()
    {
        var zone = IndonesianZones.Jakarta;

        Assert.Null(LegalClock.Due(National, zone, Utc(zone, "2026-11-20T10:00"), 3, [new Pause(Utc(zone, "2026-11-23T10:00"), null)]));
    }

    [Fact]
    public void A_decision_in_the_last_minute_counts_and_one_at_midnight_is_too_late()
    {
        var due = Due(IndonesianZones.Jakarta, "2026-11-19T10:00", 5)!;

        Assert.False(due.HasPassed(due.DueAt.UtcDateTime.AddTicks(-1)));
        Assert.True(due.HasPassed(due.DueAt.UtcDateTime));
    }

    [Fact]
    public void Is_provisional_only_beyond_the_last_official_year()
    {
        Assert.False(Due(IndonesianZones.Jakarta, "2026-12-30T10:00", 1)!.Provisional);
        Assert.True(Due(IndonesianZones.Jakarta, "2026-12-31T10:00", 1)!.Provisional);
    }

    [Fact]
    public void Tells_the_working_days_that_are_over()
    {
        var zone = IndonesianZones.Jayapura;
        var complete = Utc(zone, "2026-11-19T10:00");
        int Elapsed(string at) => LegalClock.Elapsed(National, zone, complete, [new Pause(Utc(zone, "2026-11-23T10:00"), null)], Utc(zone, at));

        Assert.Equal(0, Elapsed("2026-11-20T23:59"));
        Assert.Equal(1, Elapsed("2026-11-21T00:00"));
        Assert.Equal(1, Elapsed("2026-11-26T12:00"));
    }

    [Fact]
    public void Breaks_the_limit_down_by_day_for_the_ruler()
    {
        var zone = IndonesianZones.Jakarta;
        var paused = new Pause(Utc(zone, "2026-12-28T10:00"), Utc(zone, "2026-12-29T10:00"));

        var days = LegalClock.Days(National, zone, Utc(zone, "2026-12-23T10:00"), [paused], new DateOnly(2026, 12, 30));

        Assert.Equal([23, 24, 25, 26, 27, 28, 29, 30], days.Select(d => d.Date.Day));
        Assert.Equal(
            [DayKind.Working, DayKind.Holiday, DayKind.Holiday, DayKind.Weekend, DayKind.Weekend, DayKind.Paused, DayKind.Working, DayKind.Working],
            days.Select(d => d.Kind));
        Assert.Equal([0, 0, 0, 0, 0, 0, 1, 2], days.Select(d => d.Number));
    }

    private static LegalDeadline? Due(TimeZoneInfo zone, string local, int days) => LegalClock.Due(National, zone, Utc(zone, local), days, []);

    private static DateTime Utc(TimeZoneInfo zone, string local) =>
        TimeZoneInfo.ConvertTimeToUtc(DateTime.ParseExact(local, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture), zone);

    private static string Written(DateTimeOffset instant) => instant.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
