using System.Globalization;

namespace MppDigital.Benchmarks.Rows;

internal static class Figures
{
    public static string Of(double value, int decimals, string unit) => value.ToString($"N{decimals}", CultureInfo.InvariantCulture) + (unit.Length == 0 ? "" : " " + unit);

    public static string List(IEnumerable<double> values, int decimals) => string.Join(", ", values.Select(v => Of(v, decimals, "")));
}
