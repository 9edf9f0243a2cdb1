namespace MppDigital.Regencies.Webhooks;

/// <summary>One event on its way to one webhook, and the log of it.</summary>
internal sealed class WebhookDelivery
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid WebhookId { get; init; }

    public required Guid EventId { get; init; }

    /// <summary>0, and one more each time that somebody sends it again.</summary>
    public int Round { get; init; }

    public required Guid ApplicationId { get; init; }

    /// <summary>The event's place in the life of its application; what comes earlier is told earlier.</summary>
    public required int Sequence { get; init; }

    public required string Number { get; init; }

    public required string Event { get; init; }

    /// <summary>Of the application, right after the event.</summary>
    public required string Status { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTime At { get; init; }

    public required DateTime CreatedAt { get; init; }

    public int Tries { get; private set; }

    public DateTime? TriedAt { get; private set; }

    public DateTime? DeliveredAt { get; private set; }

    /// <summary>Of the last answer; null where there was none.</summary>
    public int? HttpStatus { get; private set; }

    public int? LatencyMs { get; private set; }

    /// <summary>Closed code: <c>ok</c>, <c>refused</c>, <c>timed-out</c>, <c>unreachable</c>, <c>forbidden-address</c>; empty before the first try.</summary>
    public string Result { get; private set; } = "";

    public void Try(string result, int? status, int latencyMs, DateTime now)
    {
        (Result, HttpStatus, LatencyMs, TriedAt, Tries) = (result, status, latencyMs, now, Tries + 1);
        if (result == Ok) DeliveredAt = now;
    }

    public const string Ok = "ok";
}
