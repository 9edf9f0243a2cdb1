namespace MppDigital.Regencies.Notifications;

/// <summary>Where a message is on its way.</summary>
public enum MessageState
{
    /// <summary>Waits for its hour, or for the gateway.</summary>
    Queued,

    /// <summary>The last try failed; it will be tried again.</summary>
    Failed,

    /// <summary>The gateway has taken it.</summary>
    Sent,

    /// <summary>Given up: somebody of the regency has to look at it.</summary>
    Dead,

    /// <summary>It is there.</summary>
    Delivered,
}

/// <summary>Ways to a person. The account's own list is one of them, and the only one that cannot be switched off.</summary>
public enum NoticeChannel
{
    Account,
    Email,
    Sms,
    Chat,
}
