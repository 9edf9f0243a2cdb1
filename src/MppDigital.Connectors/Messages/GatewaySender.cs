using MppDigital.Connectors.Calls;

namespace MppDigital.Connectors.Messages;

/// <summary>Outside Development: the platform's own messages (codes, invitations) by the same mail server and gateway. Where either is missing, every caller hears so.</summary>
internal sealed class GatewaySender(MessageGateway gateway, MailLine mail, ConnectorAddresses addresses, MessageKeys keys) : IMessageSender
{
    private const string Account = "mpp";
    private const string SenderName = "MPP Digital";

    public bool CanDeliver => mail.IsConfigured && addresses.Configured(MessageGateway.Name) is not null && keys.Find(Account) is not null;

    public async Task<bool> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        if (message.Channel == MessageChannel.Email ? !mail.IsConfigured : addresses.Configured(MessageGateway.Name) is null || keys.Find(Account) is null) return false;
        var route = new MessageRoute(Account, keys.Find(Account) ?? "", SenderName, Guid.CreateVersion7().ToString("N"), null);
        return await gateway.HandOverAsync(route, message.Subject.Length > 0 ? message : message with { Subject = SenderName }, ct) is Handover.Taken;
    }
}
