namespace MppDigital.Regencies.Visits.Bookings;

public enum VisitState
{
    Booked,

    /// <summary>Is in the hall and has a number.</summary>
    CheckedIn,

    Served,

    /// <summary>By the citizen, in time.</summary>
    Cancelled,

    /// <summary>By the hall, which had to shut.</summary>
    CalledOff,

    NoShow,
}

public enum VisitOrigin
{
    Online,
    WalkIn,
}

/// <summary>Declared at booking, checked at the desk.</summary>
public enum VisitPriority
{
    None,
    Elderly,
    Disabled,
    Pregnant,
}
