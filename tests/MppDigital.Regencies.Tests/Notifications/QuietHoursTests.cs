using System.Globalization;
using MppDigital.Platform.Calendar;
using MppDigital.Regencies.Notifications;

namespace MppDigital.Regencies.Tests.Notifications;

public sealed class QuietHoursTests
{
    /// <summary>One instant, three clocks: 20.30 in Jakarta is 21.30 in Makassar and 22.30 in Jayapura.</summary>
    [Theory]
    [InlineData("Asia/Jakarta", "2026-11-19T13:30", "2026-11-19T13:30")]
    [InlineData("Asia/Makassar", "2026-11-19T13:30", "2026-11-19T23:00")]
    [InlineData("Asia/Jayapura", "2026-11-19T13:30", "2026-11-19T22:00")]
    [InlineData("Asia/Jakarta", "2026-11-19T14:00", "2026-11-20T00:00")]
    [InlineData("Asia/Jakarta", "2026-11-19T13:59", "2026-11-19T13:59")]
    [InlineData("Asia/Jakarta", "2026-11-19T23:59", "2026-11-20T00:00")]
    [InlineData("Asia/Jakarta", "2026-11-20T00:00", "2026-11-20T00:00")]
    [InlineData("Asia/Jayapura", "2026-11-19T21:59", "2026-11-19T22:00")]
    public void A_message_waits_for_the_morning_of_its_own_zone(string zone, string at, string expected) =>
        Assert.Equal(Utc(expected), QuietHours.NextOpen(Utc(at), IndonesianZones.Find(zone)!));

    [Fact]
    public void Staff_are_told_on_working_days_only()
    {
        // Friday evening, and the Monday is a holiday.
        static bool Works(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && day != new DateOnly(2026, 11, 23);

        Assert.Equal(Utc("2026-11-24T00:00"), QuietHours.NextOpen(Utc("2026-11-20T14:30"), IndonesianZones.Jakarta, Works));
        Assert.Equal(Utc("2026-11-24T00:00"), QuietHours.NextOpen(Utc("2026-11-21T03:00"), IndonesianZones.Jakarta, Works));
        Assert.Equal(Utc("2026-11-20T03:00"), QuietHours.NextOpen(Utc("2026-11-20T03:00"), IndonesianZones.Jakarta, Works));
    }

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
