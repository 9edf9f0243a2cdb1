using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Visits.Queue;

/// <summary>The busiest hall for a whole day; <c>infra/bench/run.sh hall</c> prints more days as a table.</summary>
public sealed class HallDayTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Nobody_is_lost_the_order_is_kept_and_four_of_five_are_called_within_ten_minutes_of_the_time_told(int seed)
    {
        var day = HallDay.Run(seed);

        Assert.Equal((0, 0, 0), (day.StillThere, day.NumbersTwice, day.OutOfOrder));
        Assert.Equal(HallDay.People, day.StayedAway + day.Served + day.NotThere);
        Assert.InRange(day.StayedAway, 0.08 * day.Booked, 0.16 * day.Booked);
        Assert.Equal(day.Came, day.Errors.Count);
        Assert.True(day.Within(10) >= 0.8, $"{day.Within(10):P1} of {day.Errors.Count} within 10 minutes; within 5: {day.Within(5):P1}");
        // A day on which nobody has to wait would show nothing.
        Assert.InRange(day.Waits[day.Waits.Count * 9 / 10], 3, 120);
    }
}
