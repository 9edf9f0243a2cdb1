using MppDigital.Regencies.Visits.Queue;

namespace MppDigital.Regencies.Tests.Visits.Queue;

public sealed class WaitEstimateTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Left = Guid.Parse("00000000-0000-7000-8000-000000000001");
    private static readonly Guid Right = Guid.Parse("00000000-0000-7000-8000-000000000002");

    [Fact]
    public void Plays_the_calls_to_come_through_the_counters_that_are_open()
    {
        InLine[] line = [Person(), Person(target: Right), Person(chance: 0.5), Person()];

        var times = WaitEstimate.Of(line, [new(Left, Now.AddMinutes(4)), new(Right, Now.AddMinutes(-3))], (_, _) => TimeSpan.FromMinutes(10), at => at, Now);

        // Right is free now, Left at 4; the second waits for Right alone; who may not come takes half the time.
        Assert.Equal([0, 10, 4, 9], line.Select(p => (times[p.Id] - Now).TotalMinutes));
    }

    [Fact]
    public void Calls_nobody_while_the_hall_is_shut_and_promises_nothing_while_no_counter_is_open()
    {
        InLine[] line = [Person(), Person(target: Guid.NewGuid())];

        var times = WaitEstimate.Of(line, [new(Left, Now)], (_, _) => TimeSpan.FromMinutes(10), at => at < Now.AddHours(1) ? Now.AddHours(1) : at, Now);

        Assert.Equal(Now.AddHours(1), times[line[0].Id]);
        Assert.False(times.ContainsKey(line[1].Id));
        Assert.Empty(WaitEstimate.Of(line, [], (_, _) => TimeSpan.FromMinutes(10), at => at, Now));
    }

    [Fact]
    public void Believes_the_usual_time_until_the_day_says_otherwise_and_no_single_wild_visit()
    {
        var usual = TimeSpan.FromMinutes(10);
        var times = new ServiceTimes();
        Assert.Equal(usual, times.Of("A", usual));

        times.Add("A", Left, TimeSpan.FromHours(5), usual);
        // As 40 minutes, four times the usual, among five usual ones.
        Assert.Equal(15, times.Of("A", usual).TotalMinutes);

        for (var i = 0; i < 94; i++) times.Add("A", Right, TimeSpan.FromMinutes(6), usual);
        Assert.InRange(times.Of("A", usual).TotalMinutes, 6, 7);
        Assert.True(times.Of("A", Left, usual) > times.Of("A", Right, usual));
    }

    private static InLine Person(Guid? target = null, double chance = 1) => new(Guid.NewGuid(), "A", Now, Now, false, target, chance);
}
