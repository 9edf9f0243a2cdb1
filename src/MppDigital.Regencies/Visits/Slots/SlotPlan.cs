using System.Globalization;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Regencies.Visits.Slots;

/// <summary>One slot as the place is set up, whether or not anybody has taken of it yet. All quantities are minutes of service.</summary>
/// <param name="Capacity">Counters times length.</param>
/// <param name="Bookable">The part that may be booked beforehand.</param>
internal sealed record SlotPlan(PlacePlan Place, LinePlan Line, DateOnly Day, DateTime StartsAt, int Length, int Capacity, int Bookable)
{
    // A tail shorter than this serves nobody.
    private const int Shortest = 10;

    /// <summary>Names it in addresses before it has a row.</summary>
    public string Key => KeyOf(Line.Group.Id, StartsAt);

    public DateTime EndsAt => StartsAt.AddMinutes(Length);

    public static string KeyOf(Guid group, DateTime startsAt) => string.Create(CultureInfo.InvariantCulture, $"{group:N}-{startsAt:yyyyMMddHHmm}");

    public static bool TryRead(string? key, out Guid group, out DateTime startsAt)
    {
        (group, startsAt) = (default, default);
        return key is { Length: 45 } && key[32] == '-' && Guid.TryParseExact(key[..32], "N", out group)
            && DateTime.TryParseExact(key[33..], "yyyyMMddHHmm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out startsAt);
    }

    public static IEnumerable<SlotPlan> Of(PlacePlan place, LinePlan line, DayPlan day, TimeZoneInfo zone)
    {
        var step = TimeSpan.FromMinutes(place.Place.SlotMinutes);
        foreach (var span in day.Spans)
        {
            for (var at = span.From.ToTimeSpan(); at < span.Until.ToTimeSpan(); at += step)
            {
                var length = (int)Math.Min(step.TotalMinutes, (span.Until.ToTimeSpan() - at).TotalMinutes);
                if (length < Shortest) continue;
                var capacity = line.Counters * length;
                var local = day.Date.ToDateTime(TimeOnly.FromTimeSpan(at));
                yield return new SlotPlan(place, line, day.Date, TimeZoneInfo.ConvertTimeToUtc(local, zone), length, capacity, BookableOf(place.Place, line.Group, capacity));
            }
        }
    }

    /// <summary>What one visit takes; whoever needs longer than the slot has takes all of it.</summary>
    public int MinutesOf(string service) => Math.Min(Line.Group.MinutesOf(service), Math.Max(Bookable, 1));

    /// <summary>How many visits of so many minutes can still be booked, while so many percent are open.</summary>
    public int Free(int minutes, int taken, int booked, int openPercent)
    {
        var open = SlotLedger.OpenPart(Bookable, booked, minutes, openPercent);
        return Math.Max(0, Math.Min(Capacity - taken, open - booked)) / minutes;
    }

    /// <summary>One visit at least: a share that is rounded away would turn a small hall into one that nobody can book.</summary>
    private static int BookableOf(Place place, CounterGroup group, int capacity) =>
        place.WalkInPercent >= 100 ? 0 : Math.Max(Math.Min(group.Minutes, capacity), capacity * (100 - place.WalkInPercent) / 100);
}
