using System.Globalization;

namespace MppDigital.Web.MyData;

/// <summary>A date from its three number fields.</summary>
internal static class TypedDay
{
    /// <returns>Null for what is no day between 2000 and 2199.</returns>
    public static DateOnly? Read(IFormCollection form, string name) =>
        Part(form, $"{name}.y") is >= 2000 and <= 2199 and var year && Part(form, $"{name}.m") is >= 1 and <= 12 and var month && Part(form, $"{name}.d") is >= 1 and var day && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int Part(IFormCollection form, string name) => int.TryParse(form[name].ToString().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
