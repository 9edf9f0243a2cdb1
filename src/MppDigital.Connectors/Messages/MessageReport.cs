namespace MppDigital.Connectors.Messages;

/// <summary>What the gateway says became of a message.</summary>
/// <param name="Reference">Ours.</param>
/// <param name="At">By the gateway's clock; told, and not trusted.</param>
public sealed record MessageReport(string Reference, DeliveryStatus Status, DateTimeOffset At)
{
    private const int LongestReference = 80;
    private static readonly string[] Known = ["reference", "status", "at"];

    /// <returns>Null for the report where something is wrong; one fault with an empty pointer where it is no JSON object.</returns>
    public static (MessageReport? Report, IReadOnlyList<(string Pointer, string Text)> Faults) Read(ReadOnlyMemory<byte> body) =>
        SignedText.Of(body, Known, text => new MessageReport(
            text.Reference("reference", LongestReference),
            text.Choice<DeliveryStatus>("status", "Tulis sent, delivered atau failed.", word => word switch
            {
                "sent" => DeliveryStatus.Sent,
                "delivered" => DeliveryStatus.Delivered,
                "failed" => DeliveryStatus.Failed,
                _ => null,
            }),
            text.Instant("at")));
}

public enum DeliveryStatus
{
    Sent,
    Delivered,

    /// <summary>For good.</summary>
    Failed,
}
