using System.Globalization;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>A day as people type it: 31 12 2026.</summary>
internal static class TypedDate
{
    private static readonly string[] Forms = ["d M yyyy", "d-M-yyyy", "d/M/yyyy", "yyyy-MM-dd"];

    /// <returns>False for something that is no day; true with null for nothing.</returns>
    public static bool TryRead(string? typed, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(typed)) return true;
        if (!DateOnly.TryParseExact(typed.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || read.Year is < 2000 or > 2199) return false;
        day = read;
        return true;
    }

    public static string Write(DateOnly? day) => day is { } d ? string.Create(CultureInfo.InvariantCulture, $"{d.Day} {d.Month} {d.Year}") : "";
}
