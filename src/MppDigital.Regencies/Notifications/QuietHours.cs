namespace MppDigital.Regencies.Notifications;

/// <summary>Nobody is disturbed between 21.00 and 07.00 of the regency's own clock; staff not on days off either.</summary>
public static class QuietHours
{
    private static readonly TimeOnly Opens = new(7, 0);
    private static readonly TimeOnly Closes = new(21, 0);

    /// <param name="isOpen">Which days count; null: all of them.</param>
    /// <returns>The instant itself, or the next seven o'clock.</returns>
    public static DateTime NextOpen(DateTime utc, TimeZoneInfo zone, Func<DateOnly, bool>? isOpen = null)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (isOpen?.Invoke(day) != false && time >= Opens && time < Closes) return utc;
        if (time >= Opens) day = day.AddDays(1);
        // Even the longest row of holidays ends; a calendar without working days must not hold a message for ever.
        for (var waited = 0; waited < 30 && isOpen?.Invoke(day) == false; waited++) day = day.AddDays(1);
        return TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(Opens), zone);
    }
}
