namespace MppDigital.Regencies.Visits.Bookings;

/// <summary>The numbers behind the rules of booking; they stand on the page where people book, too.</summary>
public static class VisitLimits
{
    /// <summary>Open visits of one person.</summary>
    public const int MostOpen = 3;

    /// <summary>How often the time of one visit may be changed.</summary>
    public const int MostMoves = 3;

    /// <summary>Visits that one person may book for others for one day.</summary>
    public const int MostForOthers = 3;

    /// <summary>A family: people for whom one device or telephone books without a mandate.</summary>
    public const int MostPeople = 4;

    public const int PeopleDays = 7;

    /// <summary>Missed visits after which booking rests.</summary>
    public const int MostMissed = 3;

    public const int MissedDays = 60;

    public const int RestDays = 14;
}
