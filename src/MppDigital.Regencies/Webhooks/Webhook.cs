using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Webhooks;

/// <summary>An address of another system that is told what happens to applications here.</summary>
internal sealed class Webhook : IVersioned
{
    /// <summary>So many failures in a row: with the pauses in between that is most of a day, and somebody has to look before it goes on.</summary>
    public const int MostFailures = 20;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; init; }

    /// <summary>Id of the system client it belongs to; empty for a system without one.</summary>
    public string Client { get; init; } = "";

    public required string Address { get; init; }

    /// <summary>Kinds of events, separated by blanks.</summary>
    public required string Events { get; init; }

    /// <summary>Encrypted; signs every call.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>Paused, by a person or after too many failures; null while it works.</summary>
    public DateTime? PausedAt { get; private set; }

    /// <summary>It was not a person who paused it.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>In a row.</summary>
    public int Failures { get; private set; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? RemovedAt { get; private set; }

    public long Version { get; private set; }

    public bool IsOn => PausedAt is null && RemovedAt is null;

    /// <summary>While it is paused its news are kept for later.</summary>
    public bool Wants(string kind) => RemovedAt is null && Events.Split(' ').Contains(kind);

    /// <summary>How long to leave it alone after so many failures in a row.</summary>
    public TimeSpan Rest => Failures == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(15 * Math.Pow(2, Failures - 1), 3600));

    public void Succeed() => Failures = 0;

    /// <param name="forGood">The other side says that nothing lives there any more.</param>
    public void Fail(bool forGood, DateTime now)
    {
        Failures++;
        if (!forGood && Failures < MostFailures) return;
        (PausedAt, GaveUp) = (PausedAt ?? now, true);
    }

    public void PauseAt(DateTime now) => PausedAt ??= now;

    public void Resume() => (PausedAt, GaveUp, Failures) = (null, false, 0);

    public void Remove(DateTime now) => RemovedAt ??= now;
}
