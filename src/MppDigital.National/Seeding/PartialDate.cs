using System.Globalization;

namespace MppDigital.National.Seeding;

/// <summary>A date as sources give it: a day, a month (<c>2024-10</c>) or a year.</summary>
/// <param name="Last">The last day it can mean: nothing is claimed earlier than it is known.</param>
internal readonly record struct PartialDate(string Text, DateOnly Last)
{
    public static PartialDate? Parse(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new(text, day);
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return new(text, month.AddMonths(1).AddDays(-1));
        if (DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year)) return new(text, year.AddYears(1).AddDays(-1));
        return null;
    }
}
