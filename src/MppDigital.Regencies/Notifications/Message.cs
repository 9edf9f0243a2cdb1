using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Notifications;

/// <summary>
/// One message to one recipient over one channel. Whatever is reported about it in whatever order, its state only grows towards the truth:
/// sent, then given up, then delivered, for a phone that has the text has it.
/// </summary>
internal sealed class Message : IVersioned
{
    /// <summary>Tries with growing pauses in between: about an hour and a half in all.</summary>
    public const int MostTries = 8;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it tells of, once: the id of the event, or of what was due.</summary>
    public required string Source { get; init; }

    public required NoticeEvent Event { get; init; }

    public required NoticeChannel Channel { get; init; }

    /// <summary>The account it is for; empty where an address alone is known.</summary>
    public required string Sub { get; init; }

    /// <summary>Encrypted address or number; empty for the account's own list.</summary>
    public byte[] Recipient { get; init; } = [];

    /// <summary>Keyed hash of the recipient: the same news goes to one address once, however many accounts name it.</summary>
    public required string RecipientLookup { get; init; }

    public Guid? ApplicationId { get; init; }

    /// <summary>The application's; empty where it is about none.</summary>
    public string Number { get; init; } = "";

    public required string Language { get; init; }

    /// <summary>Encrypted subject and text as they go out.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Goes out at any hour: it answers what the person has just done.</summary>
    public bool Urgent { get; init; }

    /// <summary>For staff: goes out on working days only.</summary>
    public bool WorkingDays { get; init; }

    public MessageState State { get; private set; }

    /// <summary>1, and one more each time that somebody sends it again.</summary>
    public int Round { get; private set; } = 1;

    public int Tries { get; private set; }

    /// <summary>Closed code of the last failure: <c>refused</c>, <c>timed-out</c>, <c>undelivered</c> …; empty before the first.</summary>
    public string Trouble { get; private set; } = "";

    public required DateTime CreatedAt { get; init; }

    public DateTime DueAt { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>When it was delivered or given up.</summary>
    public DateTime? EndedAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>By which the gateway knows this round; repeated, it changes nothing there.</summary>
    public string Reference => $"{Id:N}-{Round}";

    public bool Waits => State is MessageState.Queued or MessageState.Failed;

    public void WaitUntil(DateTime at) => DueAt = at;

    /// <summary>A try that failed in a way that may pass.</summary>
    /// <returns>False when it was the last one.</returns>
    public bool Fail(string trouble, DateTime now)
    {
        (Trouble, Tries) = (trouble, Tries + 1);
        if (Tries >= MostTries)
        {
            GiveUp(trouble, now);
            return false;
        }

        State = MessageState.Failed;
        DueAt = now + TimeSpan.FromSeconds(Math.Min(15 * Math.Pow(2, Tries), 1800));
        return true;
    }

    public void GiveUp(string trouble, DateTime now) => (State, Trouble, EndedAt) = (MessageState.Dead, trouble, now);

    public void Send(DateTime now)
    {
        if (!Waits) return;
        (State, SentAt, Trouble) = (MessageState.Sent, now, "");
    }

    public void Arrive(DateTime now)
    {
        if (State == MessageState.Delivered) return;
        (State, EndedAt, Trouble) = (MessageState.Delivered, now, "");
        SentAt ??= now;
    }

    /// <summary>What the gateway says of a round. Of an earlier one only the arrival counts: that it failed is why there is a later one.</summary>
    public void Hear(int round, MessageState told, DateTime now)
    {
        if (told == MessageState.Delivered) Arrive(now);
        else if (round == Round && State != MessageState.Delivered)
        {
            if (told == MessageState.Dead && State != MessageState.Dead) GiveUp("undelivered", now);
            else if (told == MessageState.Sent) Send(now);
        }
    }

    /// <summary>Somebody of the regency sends a dead letter again.</summary>
    public void Again(DateTime now)
    {
        if (State != MessageState.Dead) throw new InvalidOperationException($"Only what was given up is sent again; {Id} is {State}.");
        (State, Round, Tries, EndedAt, SentAt) = (MessageState.Queued, Round + 1, 0, null, null);
        DueAt = now;
    }
}
