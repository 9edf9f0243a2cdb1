namespace MppDigital.Web.Components.Installed;

/// <summary>The sign, four petals around a point, in a square of 46: small enough that no mask of a phone cuts it.</summary>
internal static class IconShape
{
    public const double Side = 46;

    public const double Middle = Side / 2;

    public const double DotRadius = 2.6;

    private const int Steps = 12;

    // From the middle to the tip; the side of a petal bows out by this much.
    private const double Tip = 13;
    private const double Bow = 11;

    public static IReadOnlyList<IReadOnlyList<(double X, double Y)>> Petals { get; } = [Petal(1, -1), Petal(-1, -1), Petal(1, 1), Petal(-1, 1)];

    /// <summary>Whether a point lies in a petal: each has its own quarter, so one is looked at.</summary>
    public static bool IsPetal(double x, double y)
    {
        var petal = Petals[(x >= Middle ? 0 : 1) + (y >= Middle ? 2 : 0)];
        var inside = false;
        for (int i = 0, j = petal.Count - 1; i < petal.Count; j = i++)
        {
            if (petal[i].Y > y != petal[j].Y > y && x < ((petal[j].X - petal[i].X) * (y - petal[i].Y) / (petal[j].Y - petal[i].Y)) + petal[i].X) inside = !inside;
        }

        return inside;
    }

    public static bool IsDot(double x, double y) => ((x - Middle) * (x - Middle)) + ((y - Middle) * (y - Middle)) <= DotRadius * DotRadius;

    private static List<(double X, double Y)> Petal(int right, int down)
    {
        IEnumerable<(double, double)> Side(double along, double across) => Enumerable.Range(0, Steps).Select(i => (double)i / Steps).Select(t => (Curve(t, along), Curve(t, across)));
        var there = Side(2, Bow);
        var back = Side(Bow, 2).Reverse();
        return [.. there.Append((Tip, Tip)).Concat(back).Select(p => (Math.Round(Middle + (right * p.Item1), 2), Math.Round(Middle + (down * p.Item2), 2)))];
    }

    /// <summary>A quadratic curve from the middle to the tip.</summary>
    private static double Curve(double t, double control) => (2 * t * (1 - t) * control) + (t * t * Tip);
}
