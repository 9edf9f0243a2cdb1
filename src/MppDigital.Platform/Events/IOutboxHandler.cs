namespace MppDigital.Platform.Events;

/// <summary>Reacts to one kind of outbox row, inside the row's regency; at least once.</summary>
public interface IOutboxHandler
{
    string Kind { get; }

    Task HandleAsync(string payload, CancellationToken ct);
}
