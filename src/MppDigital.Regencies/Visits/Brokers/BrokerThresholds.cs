namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>From where on a hand looks like a broker's. All numbers of all rules are here; <c>docs/decisions/brokers.md</c> says why they are what they are.</summary>
internal static class BrokerThresholds
{
    /// <summary>How far back a rule looks.</summary>
    public const int WindowDays = 30;

    /// <summary>A large family shares one telephone; a seventh person is no family.</summary>
    public const int PhonePeople = 7;

    /// <summary>A village office's computer serves more people than this, but without the marks below.</summary>
    public const int DevicePeople = 9;

    public const int AddressPeople = 15;

    public const int NetworkPeople = 25;

    /// <summary>Of the people behind one device, those whose telephone stands for at least <see cref="PhoneCrowd"/> of them.</summary>
    public const double SharedPhones = 0.4;

    public const int PhoneCrowd = 3;

    /// <summary>Bookings given back, from one device.</summary>
    public const double DeviceGivenBack = 0.35;

    /// <summary>The same from one address, where strangers are together and chance evens out.</summary>
    public const double AddressGivenBack = 0.45;

    /// <summary>People for whom one account acted under mandates. Five at a time are allowed, and some end.</summary>
    public const int MandatePeople = 8;

    public const int HoardedBookings = 10;

    public const double HoardedGone = 0.6;

    /// <summary>How soon after it was given back the same time is taken by the same hand.</summary>
    public static TimeSpan HandOver { get; } = TimeSpan.FromMinutes(10);

    public const int HandOvers = 3;

    /// <summary>Behind one address, where a stranger may take what another gave back.</summary>
    public const int AddressHandOvers = 5;

    /// <summary>Of all that was given back there.</summary>
    public const double AddressHandOverShare = 0.3;

    public const int OfficerVisits = 6;

    /// <summary>How improbable chance must be, over all hands that were looked at.</summary>
    public const double OfficerChance = 0.01;

    /// <summary>How long a confirmed hand cannot book online.</summary>
    public const int BlockDays = 30;
}
