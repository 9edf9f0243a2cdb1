using System.Globalization;

namespace MppDigital.Web.Components.Accent;

/// <summary>Luminance and contrast by the WCAG formula; colours as <c>#rrggbb</c>.</summary>
internal static class Srgb
{
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + .05) / (Math.Min(a, b) + .05);
    }

    public static (double R, double G, double B) Linear(string hex) => (Linear(hex, 1), Linear(hex, 3), Linear(hex, 5));

    public static int Byte(double linear)
    {
        var v = Math.Clamp(linear, 0, 1);
        return (int)Math.Round(255 * (v <= .0031308 ? 12.92 * v : (1.055 * Math.Pow(v, 1 / 2.4)) - .055));
    }

    private static double Luminance(string hex)
    {
        var (r, g, b) = Linear(hex);
        return (.2126 * r) + (.7152 * g) + (.0722 * b);
    }

    private static double Linear(string hex, int at)
    {
        var v = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
        return v <= .04045 ? v / 12.92 : Math.Pow((v + .055) / 1.055, 2.4);
    }
}
