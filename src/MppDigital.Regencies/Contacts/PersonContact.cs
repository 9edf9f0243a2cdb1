using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Contacts;

/// <summary>Where a person can be reached, as the login confirmed it by a code, and what they want to be told there. One row per account and regency.</summary>
internal sealed class PersonContact : IVersioned
{
    public required string Sub { get; init; }

    /// <summary>Encrypted international number; empty where the login told none.</summary>
    public byte[] Phone { get; private set; } = [];

    /// <summary>Keyed hash of the number, by which what comes in from it is recognised; empty where there is none.</summary>
    public string PhoneLookup { get; private set; } = "";

    /// <summary>Encrypted; empty where the login told none.</summary>
    public byte[] Email { get; private set; } = [];

    public ChannelChoice ByEmail { get; private set; } = ChannelChoice.Needed;

    public ChannelChoice BySms { get; private set; } = ChannelChoice.Needed;

    /// <summary>Chat belongs to a company: nothing goes there unasked.</summary>
    public ChannelChoice ByChat { get; private set; } = ChannelChoice.Off;

    /// <summary><c>id</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = "id";

    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public void Reach(byte[] phone, string phoneLookup, byte[] email, DateTime at) => (Phone, PhoneLookup, Email, ChangedAt) = (phone, phoneLookup, email, at);

    public void Choose(ChannelChoice email, ChannelChoice sms, ChannelChoice chat, string language, DateTime at) =>
        (ByEmail, BySms, ByChat, Language, ChangedAt) = (email, sms, chat, language, at);
}

/// <summary>What may go over one channel.</summary>
public enum ChannelChoice
{
    /// <summary>Nothing.</summary>
    Off,

    /// <summary>Only what the person has to act on.</summary>
    Needed,

    /// <summary>Every step.</summary>
    All,
}
