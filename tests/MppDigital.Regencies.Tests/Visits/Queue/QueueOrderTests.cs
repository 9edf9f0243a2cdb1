using MppDigital.Regencies.Visits.Queue;

namespace MppDigital.Regencies.Tests.Visits.Queue;

/// <summary>The rule of the line, by example and over many random lines.</summary>
public sealed class QueueOrderTests
{
    private static readonly DateTime Nine = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(30, 10, 30)]
    [InlineData(30, 30, 30)]
    [InlineData(30, 45, 30)]
    [InlineData(30, 46, 46)]
    [InlineData(null, 12, 12)]
    public void Is_due_at_the_booked_time_until_a_quarter_of_an_hour_after_it(int? booked, int arrived, int due) =>
        Assert.Equal(At(due), QueueOrder.DueAt(booked is { } minute ? At(minute) : null, At(arrived)));

    [Fact]
    public void Calls_who_is_due_first_and_every_third_from_the_priority_lane()
    {
        InLine[] line = [Person(1), Person(2), Person(3), Person(4), Person(9, true), Person(8, true), Person(7, true)];

        Assert.Equal([7, 1, 2, 8, 3, 4, 9], QueueOrder.Unfold(line, []).Select(Minute));
        Assert.Equal([1, 7, 2, 3, 8, 4, 9], QueueOrder.Unfold(line, [false, true]).Select(Minute));
    }

    /// <summary>People come all day; one counter calls. Whoever waits is passed only by those the rule names.</summary>
    [Fact]
    public void Lets_nobody_wait_for_ever_and_nobody_pass_without_a_reason()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var people = Enumerable.Range(0, 80).Select(_ => Arriving(random)).OrderBy(p => p.ArrivedAt).ToList();
            var (waiting, called, came) = (new List<InLine>(), new List<InLine>(), 0);
            for (var now = At(0); called.Count < people.Count; now += TimeSpan.FromMinutes(random.Next(1, 6)))
            {
                while (came < people.Count && people[came].ArrivedAt <= now) waiting.Add(people[came++]);
                var before = called.Count;
                if (QueueOrder.Next(waiting, called.AsEnumerable().Reverse().Select(p => p.Priority)) is not { } next) continue;
                Assert.Equal(next, QueueOrder.Unfold(waiting, called.AsEnumerable().Reverse().Select(p => p.Priority))[0]);
                var passed = waiting.Where(w => w.Id != next.Id && w.DueAt < next.DueAt).ToList();
                // Somebody due earlier may be passed by the priority lane alone, and the lane alone after two calls elsewhere.
                if (passed.Count > 0) Assert.True(next.Priority && called.TakeLast(QueueOrder.PriorityEvery - 1).All(p => !p.Priority), $"seed {seed}, call {before}");
                // The lane waits for two calls at most.
                if (waiting.Any(w => w.Priority) && !next.Priority) Assert.Contains(called.TakeLast(QueueOrder.PriorityEvery - 1), p => p.Priority);
                // Nobody can become due before somebody who has waited for longer than the grace.
                Assert.All(waiting.Where(w => w.Id != next.Id && w.DueAt < next.DueAt), w => Assert.True(next.Priority));
                waiting.Remove(next);
                called.Add(next);
            }

            Assert.Equal(people.Count, called.Select(p => p.Id).Distinct().Count());
        }
    }

    private static InLine Arriving(Random random)
    {
        var arrived = At(random.Next(0, 400));
        DateTime? booked = random.Next(10) < 7 ? arrived.AddMinutes(random.Next(-40, 60)) : null;
        var due = QueueOrder.DueAt(booked, arrived);
        Assert.True(due >= arrived - QueueOrder.Late);
        return new InLine(Guid.NewGuid(), "X", due, arrived, random.Next(10) == 0);
    }

    private static InLine Person(int minute, bool priority = false) => new(Guid.NewGuid(), "X", At(minute), At(minute), priority);

    private static int Minute(InLine person) => (int)(person.DueAt - Nine).TotalMinutes;

    private static DateTime At(int minute) => Nine.AddMinutes(minute);
}
