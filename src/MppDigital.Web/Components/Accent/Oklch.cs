using System.Globalization;

namespace MppDigital.Web.Components.Accent;

/// <summary>A colour as people see it: lightness 0 to 1, chroma, hue in radians. Conversions are those of the published OKLab matrices.</summary>
internal readonly record struct Oklch(double Lightness, double Chroma, double Hue)
{
    private const double ChromaStep = 0.97;
    private const double Slack = 0.0005;

    public static Oklch FromDegrees(double lightness, double chroma, double degrees) => new(lightness, chroma, double.DegreesToRadians(degrees));

    public static Oklch Parse(string hex)
    {
        var (r, g, b) = Srgb.Linear(hex);
        var l = Math.Cbrt((.4122214708 * r) + (.5363325363 * g) + (.0514459929 * b));
        var m = Math.Cbrt((.2119034982 * r) + (.6806995451 * g) + (.1073969566 * b));
        var s = Math.Cbrt((.0883024619 * r) + (.2817188376 * g) + (.6299787005 * b));
        var a = (1.9779984951 * l) - (2.428592205 * m) + (.4505937099 * s);
        var c = (.0259040371 * l) + (.7827717662 * m) - (.808675766 * s);
        return new Oklch((.2104542553 * l) + (.793617785 * m) - (.0040720468 * s), Math.Sqrt((a * a) + (c * c)), Math.Atan2(c, a));
    }

    /// <summary>The nearest colour that a screen can show: chroma shrinks until it exists in sRGB.</summary>
    public string ToHex()
    {
        for (var chroma = Chroma; ; chroma *= ChromaStep)
        {
            var (r, g, b) = ToLinear(chroma);
            if (chroma >= .001 && !(Exists(r) && Exists(g) && Exists(b))) continue;
            return string.Create(CultureInfo.InvariantCulture, $"#{Srgb.Byte(r):x2}{Srgb.Byte(g):x2}{Srgb.Byte(b):x2}");
        }
    }

    private static bool Exists(double channel) => channel is >= -Slack and <= 1 + Slack;

    private (double R, double G, double B) ToLinear(double chroma)
    {
        var (a, b) = (chroma * Math.Cos(Hue), chroma * Math.Sin(Hue));
        var l = Math.Pow(Lightness + (.3963377774 * a) + (.2158037573 * b), 3);
        var m = Math.Pow(Lightness - (.1055613458 * a) - (.0638541728 * b), 3);
        var s = Math.Pow(Lightness - (.0894841775 * a) - (1.291485548 * b), 3);
        return ((4.0767416621 * l) - (3.3077115913 * m) + (.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (.3413193965 * s),
            (-.0041960863 * l) - (.7034186147 * m) + (1.707614701 * s));
    }
}
