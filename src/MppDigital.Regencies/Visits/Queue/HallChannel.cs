using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>One event of a hall as it goes over the wire, written once for all who follow.</summary>
/// <param name="Content">A whole event of <c>text/event-stream</c> (WHATWG HTML, section 9.2), its number as <c>id</c>.</param>
public sealed record HallMessage(long Sequence, ReadOnlyMemory<byte> Content)
{
    internal static HallMessage Of(QueueEvent row)
    {
        var call = row.Kind == QueueEventKind.Called;
        var data = call ? JsonSerializer.Serialize(new { number = row.Number, counter = row.Counter, agency = row.Agency, at = row.At }, JsonSerializerOptions.Web) : "{}";
        return new HallMessage(row.Sequence, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {row.Sequence}\nevent: {(call ? "call" : "line")}\ndata: {data}\n\n")));
    }
}

/// <summary>
/// The last events of one place, and a bell. A follower keeps nothing but the number it has seen: it takes what is newer and waits for the bell, so ten
/// thousand followers cost no more memory than their connections, and a slow one delays nobody.
/// </summary>
public sealed class HallChannel
{
    /// <summary>More than a hall calls in an hour; who was away for longer reads the page anew.</summary>
    public const int Kept = 256;

    private readonly Func<long?, CancellationToken, Task<IReadOnlyList<HallMessage>>> read;
    private readonly Lock gate = new();
    private HallMessage[] messages = [];
    private TaskCompletionSource bell = NewBell();
    private DateTimeOffset rungAt;
    private bool loaded;
    private Task running = Task.CompletedTask;
    private Task? next;
    private int followers;

    internal HallChannel(Func<long?, CancellationToken, Task<IReadOnlyList<HallMessage>>> read) => this.read = read;

    public long Last => messages is [.., var last] ? last.Sequence : 0;

    internal bool IsLoaded => Volatile.Read(ref loaded);

    public bool IsEmpty => Volatile.Read(ref followers) == 0;

    /// <summary>Rings when something is new, or only to show that the line is alive. Ask for it before reading, or a ring in between is missed.</summary>
    public Task Bell => Volatile.Read(ref bell).Task;

    /// <returns>All that came later, oldest first; null where some of that is kept no more.</returns>
    public ArraySegment<HallMessage>? After(long sequence)
    {
        var held = Volatile.Read(ref messages);
        if (held.Length == 0 || held[^1].Sequence <= sequence) return ArraySegment<HallMessage>.Empty;
        var from = Array.FindIndex(held, m => m.Sequence > sequence);
        return from == 0 && held.Length == Kept && held[0].Sequence > sequence + 1 ? default(ArraySegment<HallMessage>?) : new ArraySegment<HallMessage>(held, from, held.Length - from);
    }

    public void Leave() => Interlocked.Decrement(ref followers);

    internal void Enter() => Interlocked.Increment(ref followers);

    /// <summary>Reads what is new. Many calls at once cost two reads: the one under way, which may have looked too early, and one after it for them all.</summary>
    internal Task RefreshAsync(CancellationToken ct)
    {
        lock (gate) return (next ??= ReadAfterAsync(running)).WaitAsync(ct);
    }

    private async Task ReadAfterAsync(Task before)
    {
        await Task.Yield();
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate) (running, next) = (next!, null);
        var fresh = await read(IsLoaded ? Last : null, CancellationToken.None);
        Volatile.Write(ref loaded, true);
        if (fresh.Count == 0) return;
        HallMessage[] all = [.. messages, .. fresh];
        Volatile.Write(ref messages, all.Length > Kept ? all[^Kept..] : all);
        Ring();
    }

    internal void Pulse(DateTimeOffset now, TimeSpan every)
    {
        if (now - rungAt < every) return;
        rungAt = now;
        Ring();
    }

    internal void Ring() => Interlocked.Exchange(ref bell, NewBell()).TrySetResult();

    // Followers go on in threads of their own: the one who rings must not write to them all.
    private static TaskCompletionSource NewBell() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
