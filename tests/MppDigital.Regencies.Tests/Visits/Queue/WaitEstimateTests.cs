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

        var times = WaitEstimate.Of(line, [new(Left, Now.AddMinutes(4), []), new(Right, Now.AddMinutes(-3), [])], (_, _) => TimeSpan.FromMinutes(10), at => at, Now);

        // Right is free now, Left at 4; the second waits for Right alone; who may not come takes half the time.
        Assert.Equal([0, 10, 4, 9], line.Select(p => (times[p.Id] - Now).TotalMinutes));
    }

    [Fact]
    public void Calls_nobody_while_the_hall_is_shut_and_promises_nothing_while_no_counter_is_open()
    {
        InLine[] line = [Person(), Person(target: Guid.NewGuid())];

        var times = WaitEstimate.Of(line, [new(Left, Now, [])], (_, _) => TimeSpan.FromMinutes(10), at => at < Now.AddHours(1) ? Now.AddHours(1) : at, Now);

        Assert.Equal(Now.AddHours(1), times[line[0].Id]);
        Assert.False(times.ContainsKey(line[1].Id));
        Assert.Empty(WaitEstimate.Of(line, [], (_, _) => TimeSpan.FromMinutes(10), at => at, Now));
    }

    [Fact]
    public void Knows_of_the_breaks_that_are_planned_which_begin_between_two_visits()
    {
        InLine[] line = [Person(), Person(), Person()];

        var times = WaitEstimate.Of(line, [new(Left, Now, [new Pause(Now.AddMinutes(15), TimeSpan.FromMinutes(30))])], (_, _) => TimeSpan.FromMinutes(10), at => at, Now);

        Assert.Equal([0, 10, 50], line.Select(p => (times[p.Id] - Now).TotalMinutes));
    }

    [Fact]
    public void Believes_that_a_break_lasts_as_planned_and_is_not_taken_twice()
    {
        Pause[] planned = [new(Now, TimeSpan.FromMinutes(15))];
        var ticket = Ticket.Issue(new TicketTerms(Guid.Empty, Left, new DateOnly(2026, 11, 24), "A", 1, "A", null, false, Now), Now);

        // Not yet begun; begun five minutes late; over; begun and never planned.
        Assert.Equal([25, 20, 10, 35], new CounterNow[]
        {
            new(Right, false, Now.AddHours(-1), [planned[0] with { From = Now.AddMinutes(10) }]), new(Right, true, Now.AddMinutes(5), planned), new(Right, false, Now.AddMinutes(9), planned), new(Right, true, Now.AddMinutes(5), []),
        }.Select(counter => (LineForecast.Of(new LineNow([ticket], Left, [counter], [], _ => TimeSpan.FromMinutes(10), at => at), Now.AddMinutes(10))[ticket.Id] - Now).TotalMinutes));
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
