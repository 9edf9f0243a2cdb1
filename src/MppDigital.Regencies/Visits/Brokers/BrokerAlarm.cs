namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>
/// One hand that looks like a broker's by one rule. It holds keyed hashes and counts, never a name or a number; whoever reviews it decides, and
/// nothing happens to anybody before that.
/// </summary>
internal sealed class BrokerAlarm
{
    /// <summary>How long a verdict is kept. Without one an alarm goes with the traces it came from.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(365);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required BrokerRule Rule { get; init; }

    public required HandKind Kind { get; init; }

    /// <summary>Keyed hash of what the acts have in common.</summary>
    public required string Hand { get; init; }

    /// <summary>The member of staff whom it concerns too; else empty. The head and the ministry decide then, not the admin.</summary>
    public string OfficerSub { get; init; } = "";

    /// <summary>Rule and hand while nobody has decided, null after: the same is not raised twice.</summary>
    public string? OpenKey { get; private set; }

    public required DateTime RaisedAt { get; init; }

    public DateTime LastSeenAt { get; private set; }

    /// <summary>Different people behind the acts.</summary>
    public int People { get; private set; }

    /// <summary>Acts that the rule counted: bookings, time handed over, visits served.</summary>
    public int Acts { get; private set; }

    /// <summary>Of 100, by the rule's own measure; never 100.</summary>
    public int Sureness { get; private set; }

    public AlarmState State { get; private set; }

    public string DecidedBy { get; private set; } = "";

    public DateTime? DecidedAt { get; private set; }

    /// <summary>Encrypted.</summary>
    public byte[] Reason { get; private set; } = [];

    /// <summary>Until when this hand cannot book online; null where nothing was closed or it was opened again.</summary>
    public DateOnly? BlockedUntil { get; private set; }

    public static BrokerAlarm Raise(Finding finding, DateTime now) =>
        new() { Rule = finding.Rule, Kind = finding.Kind, Hand = finding.Hand, OfficerSub = finding.OfficerSub, OpenKey = finding.Key, RaisedAt = now, LastSeenAt = now, People = finding.People, Acts = finding.Acts, Sureness = finding.Sureness };

    /// <returns>False where it is known already.</returns>
    public bool SeeAgain(Finding finding, DateTime now)
    {
        if ((People, Acts, Sureness) == (finding.People, finding.Acts, finding.Sureness)) return false;
        (LastSeenAt, People, Acts, Sureness) = (now, finding.People, finding.Acts, finding.Sureness);
        return true;
    }

    public void Dismiss(string by, byte[] reason, DateTime now) => (State, OpenKey, DecidedBy, Reason, DecidedAt) = (AlarmState.Dismissed, null, by, reason, now);

    /// <param name="until">Null where the kind of hand cannot be kept from booking: a network has honest people in it.</param>
    public void Confirm(string by, byte[] reason, DateOnly? until, DateTime now) => (State, OpenKey, DecidedBy, Reason, DecidedAt, BlockedUntil) = (AlarmState.Confirmed, null, by, reason, now, until);

    /// <summary>Somebody explained, and was believed.</summary>
    public void Lift() => (State, BlockedUntil) = (AlarmState.Lifted, null);
}

/// <summary>Which rule saw it. Each is one file of this folder.</summary>
public enum BrokerRule
{
    SharedPhone,
    SharedDevice,
    SharedAddress,
    ManyMandates,
    Hoarding,
    HandedOver,
    SameOfficer,
}

/// <summary>What the acts have in common.</summary>
public enum HandKind
{
    Phone,
    Device,

    /// <summary>One network address.</summary>
    Address,

    /// <summary>The addresses beside it, too.</summary>
    Network,

    /// <summary>An account that acts for others.</summary>
    Proxy,

    /// <summary>One person who books for themselves.</summary>
    Person,
}

public enum AlarmState
{
    Open,
    Dismissed,
    Confirmed,

    /// <summary>Was confirmed and taken back after an explanation.</summary>
    Lifted,
}
