using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Visits.Bookings;

/// <summary>
/// One person comes once for one service: booked, or walked in. Bound to their NIK and never handed on. State changes only through methods named for
/// what happened; whoever changes it keeps the ledger of slots in the same transaction.
/// </summary>
internal sealed class Visit : IVersioned
{
    private Visit()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Eight characters to read aloud or type at the desk where no code can be scanned.</summary>
    public string Code { get; private init; } = "";

    public Guid PlaceId { get; private init; }

    public Guid GroupId { get; private set; }

    public Guid SlotId { get; private set; }

    public string Service { get; private init; } = "";

    public DateOnly Day { get; private set; }

    public DateTime StartsAt { get; private set; }

    /// <summary>What it takes from its slot.</summary>
    public int Minutes { get; private set; }

    public VisitOrigin Origin { get; private init; }

    /// <summary>Number of the application that it belongs to; empty for a visit by itself.</summary>
    public string Application { get; private init; } = "";

    /// <summary>The account; empty for somebody without one who walked in.</summary>
    public string Sub { get; private init; } = "";

    public string NikLookup { get; private init; } = "";

    /// <summary>Encrypted.</summary>
    public byte[] Nik { get; private init; } = [];

    /// <summary>Encrypted.</summary>
    public byte[] Name { get; private init; } = [];

    /// <summary>Who comes in their place; null where they come themselves.</summary>
    public Guid? Mandate { get; private init; }

    public string? ActedBy { get; private init; }

    /// <summary>Encrypted; empty without a mandate.</summary>
    public byte[] ActedByName { get; private init; } = [];

    public VisitPriority Priority { get; private set; }

    /// <summary>Null until somebody at the desk has looked.</summary>
    public bool? PriorityConfirmed { get; private set; }

    public VisitState State { get; private set; }

    /// <summary>Keyed hash of NIK, service and day while the visit is open, null after: the second open one meets the unique index.</summary>
    public string? OpenKey { get; private set; }

    /// <summary>Counts moves; a code drawn for an earlier time is void.</summary>
    public int Round { get; private set; } = 1;

    public DateTime BookedAt { get; private init; }

    public DateTime? CheckedInAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>The hall accepted why the person did not come: it no longer counts.</summary>
    public bool Excused { get; private set; }

    public long Version { get; private set; }

    public bool IsOpen => State is VisitState.Booked or VisitState.CheckedIn;

    public static Visit Book(VisitBooking booking) => new()
    {
        Code = booking.Code,
        PlaceId = booking.PlaceId,
        GroupId = booking.GroupId,
        SlotId = booking.SlotId,
        Service = booking.Service,
        Day = booking.Day,
        StartsAt = booking.StartsAt,
        Minutes = booking.Minutes,
        Origin = booking.Origin,
        Application = booking.Application,
        Sub = booking.Sub,
        NikLookup = booking.NikLookup,
        Nik = booking.Nik,
        Name = booking.Name,
        Mandate = booking.Mandate,
        ActedBy = booking.ActedBy,
        ActedByName = booking.ActedByName,
        Priority = booking.Priority,
        OpenKey = booking.OpenKey,
        BookedAt = booking.At,
    };

    /// <summary>To another time; the caller has taken the new slot and gives back the old.</summary>
    public void Move(Guid groupId, Guid slotId, DateOnly day, DateTime startsAt, int minutes, string openKey)
    {
        (GroupId, SlotId, Day, StartsAt, Minutes, OpenKey) = (groupId, slotId, day, startsAt, minutes, openKey);
        Round++;
    }

    public void Cancel(DateTime now) => End(VisitState.Cancelled, now);

    /// <summary>The hall could not keep its word; nothing of it counts against the person.</summary>
    public void CallOff(DateTime now) => End(VisitState.CalledOff, now);

    public void CheckIn(DateTime now) => (State, CheckedInAt) = (VisitState.CheckedIn, now);

    public void ConfirmPriority(bool holds) => PriorityConfirmed = holds;

    public void Serve(DateTime now) => End(VisitState.Served, now);

    public void Miss(DateTime now) => End(VisitState.NoShow, now);

    public void Excuse() => Excused = true;

    private void End(VisitState state, DateTime now) => (State, EndedAt, OpenKey) = (state, now, null);
}

/// <summary>What a new visit consists of once every rule was found kept.</summary>
internal sealed record VisitBooking(Guid PlaceId, Guid GroupId, Guid SlotId, string Service, DateOnly Day, DateTime StartsAt, int Minutes, VisitOrigin Origin, DateTime At)
{
    public required string Code { get; init; }

    public required string NikLookup { get; init; }

    public required byte[] Nik { get; init; }

    public required byte[] Name { get; init; }

    public required string OpenKey { get; init; }

    public string Sub { get; init; } = "";

    public string Application { get; init; } = "";

    public Guid? Mandate { get; init; }

    public string? ActedBy { get; init; }

    public byte[] ActedByName { get; init; } = [];

    public VisitPriority Priority { get; init; }
}
