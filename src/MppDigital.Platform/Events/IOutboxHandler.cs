namespace MppDigital.Platform.Events;

/// <summary>Reacts to one kind of outbox row, inside the row's regency; at least once.</summary>
public interface IOutboxHandler
{
    string Kind { get; }

    /// <summary>Waits for somebody else's system: a turn asks at most one such row, and none is ever given up, since it is not at fault.</summary>
    bool AsksOthers => false;

    Task HandleAsync(string payload, CancellationToken ct);
}
