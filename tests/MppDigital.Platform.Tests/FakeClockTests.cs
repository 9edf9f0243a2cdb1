using MppDigital.Testing;

namespace MppDigital.Platform.Tests;

public sealed class FakeClockTests
{
    [Fact]
    public void Fires_timers_in_their_order_and_each_at_its_own_instant()
    {
        var clock = new FakeClock();
        var start = clock.UtcNow;
        var fired = new List<(string, double)>();
        void Note(object? name) => fired.Add(((string)name!, (clock.UtcNow - start).TotalSeconds));

        using var slow = clock.CreateTimer(Note, "once", TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        using var fast = clock.CreateTimer(Note, "often", TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        clock.Advance(TimeSpan.FromSeconds(7));

        Assert.Equal([("often", 2), ("often", 4), ("once", 5), ("often", 6)], fired);
        Assert.Equal(start.AddSeconds(7), clock.UtcNow);
    }

    [Fact]
    public async Task Lets_a_delay_end_only_when_its_time_has_come()
    {
        var clock = new FakeClock();

        var delay = Task.Delay(TimeSpan.FromMinutes(1), clock);
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(delay.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        await delay.WaitAsync(TimeSpan.FromSeconds(10));
    }
}
