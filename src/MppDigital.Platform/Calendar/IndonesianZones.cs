namespace MppDigital.Platform.Calendar;

/// <summary>
/// The three zones of Indonesia. Their offsets are fixed by Keppres 41/1987 and know no summer time, so they are written here
/// and a machine without a time-zone database counts the same days.
/// </summary>
public static class IndonesianZones
{
    /// <summary>WIB.</summary>
    public static readonly TimeZoneInfo Jakarta = Fixed("Asia/Jakarta", 7, "Waktu Indonesia Barat");

    /// <summary>WITA.</summary>
    public static readonly TimeZoneInfo Makassar = Fixed("Asia/Makassar", 8, "Waktu Indonesia Tengah");

    /// <summary>WIT.</summary>
    public static readonly TimeZoneInfo Jayapura = Fixed("Asia/Jayapura", 9, "Waktu Indonesia Timur");

    public static IReadOnlyList<TimeZoneInfo> All { get; } = [Jakarta, Makassar, Jayapura];

    /// <summary>Null for anything but the three.</summary>
    public static TimeZoneInfo? Find(string id) => All.FirstOrDefault(z => z.Id == id);

    /// <summary>WIB, WITA or WIT.</summary>
    public static string AbbreviationOf(TimeZoneInfo zone) => zone.BaseUtcOffset.Hours switch
    {
        7 => "WIB",
        8 => "WITA",
        9 => "WIT",
        _ => throw new ArgumentException($"{zone.Id} is not a zone of Indonesia.", nameof(zone)),
    };

    private static TimeZoneInfo Fixed(string id, int hours, string name) =>
        TimeZoneInfo.CreateCustomTimeZone(id, TimeSpan.FromHours(hours), name, name);
}
