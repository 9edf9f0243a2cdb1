namespace MppDigital.Regencies.Visits.Queue;

/// <summary>
/// Who is next. In plain words, as they also stand on the wall of the hall:
/// <list type="number">
/// <item>Who booked and checks in until fifteen minutes after the booked time is due at the booked time, however early they came.</item>
/// <item>Who comes without a booking, or too late for it, is due when they come.</item>
/// <item>Who is due first is called first; of two due at once, whoever came first.</item>
/// <item>While somebody waits in the priority lane, at least every third call of the line goes to that lane.</item>
/// <item>A person sent on to another counter keeps the time at which they were due.</item>
/// </list>
/// Nobody waits for ever: nobody can become due earlier than <see cref="Late"/> before they come, so only those who come within that time can still pass
/// somebody who waits, and besides them at most every third call.
/// </summary>
internal static class QueueOrder
{
    /// <summary>Every so many calls of a line, at least, one goes to the priority lane.</summary>
    public const int PriorityEvery = 3;


    public static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    /// <param name="bookedAt">Null without a booking.</param>
    public static DateTime DueAt(DateTime? bookedAt, DateTime arrivedAt) => bookedAt is { } booked && arrivedAt <= booked + Late ? booked : arrivedAt;

    /// <param name="waiting">All that this counter may call, in any order.</param>
    /// <param name="recent">Lanes of the line's last calls, newest first; true is priority. As many as <see cref="PriorityEvery"/> less one are looked at.</param>
    public static T? Next<T>(IEnumerable<T> waiting, IEnumerable<bool> recent)
        where T : class, IInLine
    {
        var line = InOrder(waiting);
        return IsPriorityTurn(recent) ? line.FirstOrDefault(t => t.Priority) ?? line.FirstOrDefault() : line.FirstOrDefault();
    }

    public static List<T> InOrder<T>(IEnumerable<T> waiting)
        where T : IInLine =>
        // The id at the end makes the order the same on every screen.
        [.. waiting.OrderBy(t => t.DueAt).ThenBy(t => t.ArrivedAt).ThenBy(t => t.Id)];

    /// <summary>The whole line in the order in which it would be called, lanes included.</summary>
    public static List<T> Unfold<T>(IEnumerable<T> waiting, IEnumerable<bool> recent)
        where T : class, IInLine
    {
        var left = InOrder(waiting);
        var calls = recent.Take(PriorityEvery - 1).Reverse().ToList();
        var called = new List<T>(left.Count);
        while (left.Count > 0)
        {
            var turn = IsPriorityTurn(calls.TakeLast(PriorityEvery - 1).Reverse());
            var at = turn ? left.FindIndex(t => t.Priority) : 0;
            var next = left[Math.Max(at, 0)];
            left.RemoveAt(Math.Max(at, 0));
            calls.Add(next.Priority);
            called.Add(next);
        }

        return called;
    }

    private static bool IsPriorityTurn(IEnumerable<bool> recent)
    {
        // Before the first calls of a day there are none that went elsewhere: the lane begins.
        return recent.Take(PriorityEvery - 1).All(priority => !priority);
    }
}

/// <summary>What the order of a line looks at.</summary>
internal interface IInLine
{
    Guid Id { get; }

    DateTime DueAt { get; }

    DateTime ArrivedAt { get; }

    bool Priority { get; }
}
