using MppDigital.Platform.Persistence;

namespace MppDigital.National.Residents.Mandates;

/// <summary>
/// One person acts for another: within named services, until a date, as long as neither takes it back. State changes only through the
/// methods named for what happened; that its last day has passed is read from the date and written nowhere.
/// </summary>
internal sealed class Mandate : IVersioned
{
    private Mandate()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public MandateKind Kind { get; private init; }

    /// <summary>Under which applications of the person acted for are kept: the <c>sub</c> of the account, or a name made from the NIK where there is none.</summary>
    public string Principal { get; private init; } = "";

    /// <summary>Keyed hash of the NIK of whoever acts; by it an offer finds them before they accepted.</summary>
    public string HolderLookup { get; private init; } = "";

    /// <summary>Null until accepted.</summary>
    public string? HolderSub { get; private set; }

    /// <summary>Sealed <see cref="MandateNames"/>.</summary>
    public byte[] Names { get; private set; } = [];

    /// <summary>Codes separated by blanks; empty means every service.</summary>
    public string Services { get; private init; } = "";

    /// <summary>Last day, Jakarta's calendar.</summary>
    public DateOnly Until { get; private init; }

    public MandateState State { get; private set; }

    public DateTime OfferedAt { get; private init; }

    public DateTime? AcceptedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>The <c>sub</c> of whichever of the two ended it.</summary>
    public string? EndedBy { get; private set; }

    public long Version { get; private set; }

    public static Mandate Offer(Guid id, string giver, string holderLookup, byte[] names, string services, DateOnly until, DateTime now) =>
        new() { Id = id, Kind = MandateKind.Person, Principal = giver, HolderLookup = holderLookup, Names = names, Services = services, Until = until, State = MandateState.Offered, OfferedAt = now };

    /// <summary>Of a parent, by the family card: nobody has to accept it.</summary>
    public static Mandate ForChild(string principal, string parentLookup, string parent, byte[] names, DateOnly until, DateTime now) =>
        new()
        {
            Kind = MandateKind.Child,
            Principal = principal,
            HolderLookup = parentLookup,
            HolderSub = parent,
            Names = names,
            Until = until,
            State = MandateState.Active,
            OfferedAt = now,
            AcceptedAt = now,
        };

    public bool IsOpen(DateOnly today) => State is MandateState.Offered or MandateState.Active && Until >= today;

    public bool Allows(string holder, string service, DateOnly today) =>
        State == MandateState.Active && HolderSub == holder && Until >= today && (Services.Length == 0 || Services.Split(' ').Contains(service));

    public void Accept(string holder, byte[] names, DateTime now) => (State, HolderSub, Names, AcceptedAt) = (MandateState.Active, holder, names, now);

    public void Decline(string holder, DateTime now) => (State, EndedBy, EndedAt) = (MandateState.Declined, holder, now);

    public void Revoke(string by, DateTime now) => (State, EndedBy, EndedAt) = (MandateState.Revoked, by, now);
}

public enum MandateKind
{
    /// <summary>Given by a grown-up to somebody they trust.</summary>
    Person,

    /// <summary>Of a parent for a minor, by the civil register's family card.</summary>
    Child,
}

public enum MandateState
{
    Offered,
    Active,
    Declined,
    Revoked,
}

/// <summary>What is sealed of the two: both NIKs, and the names as the login vouched for them.</summary>
/// <param name="Holder">Empty until accepted: the giver knows a number, the register is not asked about strangers.</param>
internal sealed record MandateNames(string GiverNik, string Giver, string HolderNik, string Holder);

/// <summary>One act under a mandate, as a regency told it; shown to the person acted for.</summary>
internal sealed class MandateUse
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid MandateId { get; init; }

    public DateTime At { get; init; }

    /// <summary><c>submitted</c>, <c>corrected</c>, <c>withdrawn</c></summary>
    public string Action { get; init; } = "";

    public string Code4 { get; init; } = "";

    /// <summary>Of the application.</summary>
    public string Number { get; init; } = "";

    public string Service { get; init; } = "";
}
