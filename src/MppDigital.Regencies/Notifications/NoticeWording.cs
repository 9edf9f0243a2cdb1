using MppDigital.Platform.Persistence;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Notifications;

/// <summary>The regency's own words for one event in one language, in place of the national ones.</summary>
internal sealed class NoticeWording : IVersioned, IConfigured
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required NoticeEvent Event { get; init; }

    public required string Language { get; init; }

    /// <summary>For text messages, chat and the list of the account.</summary>
    public string Short { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Body { get; set; } = "";

    public string ChangedBy { get; set; } = "";

    public DateTime ChangedAt { get; set; }

    public long Version { get; private set; }

    string IConfigured.Subject => $"wording:{Event}";

    bool IConfigured.MayBeAbsent => true;
}

/// <summary>How the regency names itself to who gets its messages; one row, or none.</summary>
internal sealed class NoticeSettings : IVersioned, IConfigured
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string SenderName { get; set; } = "";

    public DateTime ChangedAt { get; set; }

    public long Version { get; private set; }

    string IConfigured.Subject => "sender";

    bool IConfigured.MayBeAbsent => true;
}
