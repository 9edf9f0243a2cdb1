using System.Globalization;

namespace MppDigital.Regencies.Documents.Pdf;

/// <summary>Dates in words. Written out here, since the names that a machine's language data gives may change under a signed document.</summary>
internal static class IndonesianDate
{
    private static readonly string[] Days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    private static readonly string[] Months =
        ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    /// <summary><c>2 November 2031</c></summary>
    public static string Of(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}");

    /// <summary><c>Selasa, 3 November 2026, 10.42 WIB</c></summary>
    public static string Of(DateTime utc, TimeZoneInfo zone, string abbreviation)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        return string.Create(CultureInfo.InvariantCulture, $"{Days[(int)local.DayOfWeek]}, {Of(DateOnly.FromDateTime(local))}, {local:HH.mm} {abbreviation}");
    }
}
