using System.Globalization;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Ministry;

/// <summary>Dates as they were published: a day, a month or a year. What was not said is not made up.</summary>
internal static class PartialDates
{
    /// <summary>15 Desember 2025, Desember 2025 or 2025.</summary>
    public static string Full(string text) =>
        Day(text) is { } day ? Dates.Full(day)
        : DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? $"{Dates.Month(month)} {month.Year}"
        : text;

    /// <summary>Null where only a month or a year is known.</summary>
    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
