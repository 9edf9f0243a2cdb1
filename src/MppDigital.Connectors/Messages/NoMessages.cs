namespace MppDigital.Connectors.Messages;

/// <summary>Where no gateway is set up nothing is delivered, and every caller hears so.</summary>
internal sealed class NoMessages : IMessageSender
{
    public bool CanDeliver => false;

    public Task<bool> SendAsync(OutgoingMessage message, CancellationToken ct) => Task.FromResult(false);
}
