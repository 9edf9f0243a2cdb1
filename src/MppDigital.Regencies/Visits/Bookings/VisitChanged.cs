using System.Text.Json;
using MppDigital.Platform.Events;

namespace MppDigital.Regencies.Visits.Bookings;

/// <summary>Something about a visit that its person is told; written in the transaction that changes it, or due at a later hour.</summary>
/// <param name="Round">Of the visit, when it was written: a reminder of an earlier time is dropped.</param>
internal sealed record VisitChanged(Guid Visit, int Round, VisitNews News)
{
    public const string Kind = "visit-changed";

    private static readonly TimeSpan ShortBefore = TimeSpan.FromHours(2);
    private const int EveningHour = 16;

    public static OutboxRow Row(Visit visit, VisitNews news, DateTime now, DateTime? dueAt = null) => new(Kind, JsonSerializer.Serialize(new VisitChanged(visit.Id, visit.Round, news)), now, dueAt);

    /// <summary>In the afternoon before, and two hours before; what would come at once or late is left out.</summary>
    public static IEnumerable<OutboxRow> Reminders(Visit visit, TimeZoneInfo zone, DateTime now)
    {
        var dayBefore = TimeZoneInfo.ConvertTimeToUtc(visit.Day.AddDays(-1).ToDateTime(new TimeOnly(EveningHour, 0)), zone);
        if (dayBefore > now.AddHours(1)) yield return Row(visit, VisitNews.Tomorrow, now, dayBefore);
        var soon = visit.StartsAt - ShortBefore;
        if (soon > now.AddMinutes(30)) yield return Row(visit, VisitNews.Soon, now, soon);
    }
}

internal enum VisitNews
{
    Booked,
    Tomorrow,
    Soon,
    CalledOff,

    /// <summary>Did not come; says what follows from it.</summary>
    Missed,
}
