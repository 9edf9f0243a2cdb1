namespace MppDigital.Regencies.Visits.Bookings;

/// <summary>
/// What was done with bookings, and from where, so that one hand behind many names is seen. Keyed hashes alone: who it was cannot be read from it,
/// only that it was the same. Forgotten after <see cref="Kept"/>.
/// </summary>
internal sealed class BookingSignal
{
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(90);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required BookingAct Act { get; init; }

    public required DateTime At { get; init; }

    public required Guid VisitId { get; init; }

    public required Guid SlotId { get; init; }

    public required string Service { get; init; }

    public required string NikLookup { get; init; }

    /// <summary>Empty where the account has none.</summary>
    public string PhoneLookup { get; init; } = "";

    /// <summary>Of the name that we left in the browser; empty where none came.</summary>
    public string DeviceLookup { get; init; } = "";

    /// <summary>Of the whole network address, one household or office; empty where none is known.</summary>
    public string AddressLookup { get; init; } = "";

    /// <summary>Of its first half; empty where none is known.</summary>
    public string NetworkLookup { get; init; } = "";

    /// <summary>Of the account that acted for another; empty where people act for themselves.</summary>
    public string ProxyLookup { get; init; } = "";

    /// <summary>The member of staff who served, else empty.</summary>
    public string OfficerSub { get; init; } = "";
}

/// <summary>What was done.</summary>
internal enum BookingAct
{
    Booked,
    Moved,
    Cancelled,
    Missed,
    Served,
}
