using System.Text;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Web.Components.Map;

/// <summary>
/// One point per regency at its seat, 26 units per degree, pushed apart just enough not to cover each other: the points alone draw the country.
/// Computed once for a registry; it changes only when the registry does.
/// </summary>
public sealed class Archipelago
{
    private const double Scale = 26;
    private const double WestEdge = 94.6;
    private const double NorthEdge = 6.6;
    private const double Gap = 7.8;
    private const int Rounds = 60;
    private const double Push = .6;
    private const double KilometresPerDegree = 111;

    private static Archipelago? last;

    private Archipelago(IReadOnlyList<Regency> regencies)
    {
        Regencies = regencies;
        var home = regencies.Select(r => (X: (r.Longitude - WestEdge) * Scale, Y: (NorthEdge - r.Latitude) * Scale)).ToArray();
        Points = Spread(home);
        LargestShiftKilometres = (int)Math.Round(Points.Zip(home, (p, h) => Math.Sqrt(Math.Pow(p.X - h.X, 2) + Math.Pow(p.Y - h.Y, 2))).DefaultIfEmpty(0).Max() / Scale * KilometresPerDegree);
        var dots = new StringBuilder(regencies.Count * 10);
        foreach (var (x, y) in Points) dots.Append('M').Append((int)Math.Round(x)).Append(' ').Append((int)Math.Round(y)).Append("h0");
        Dots = dots.ToString();
    }

    /// <summary>Of the viewBox <c>0 0 1210 460</c>, in the order of the registry.</summary>
    public IReadOnlyList<(double X, double Y)> Points { get; }

    public int LargestShiftKilometres { get; }

    /// <summary>All points as the data of one path with round caps.</summary>
    public string Dots { get; }

    private IReadOnlyList<Regency> Regencies { get; }

    public static Archipelago Of(ITenantDirectory directory)
    {
        var all = directory.All;
        return last is { } known && ReferenceEquals(known.Regencies, all) ? known : last = new Archipelago(all);
    }

    private static (double X, double Y)[] Spread((double X, double Y)[] home)
    {
        var at = home.ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < at.Length; i++)
            {
                for (var j = i + 1; j < at.Length; j++) Part(ref at[i], ref at[j]);
            }
        }

        return at;
    }

    private static void Part(ref (double X, double Y) a, ref (double X, double Y) b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        if (Math.Abs(dx) >= Gap || Math.Abs(dy) >= Gap) return;
        var distance = Math.Sqrt((dx * dx) + (dy * dy));
        if (distance >= Gap) return;
        var (ux, uy) = distance > .01 ? (dx / distance, dy / distance) : (1, 0);
        var push = (Gap - distance) / 2 * Push;
        a = (a.X - (ux * push), a.Y - (uy * push));
        b = (b.X + (ux * push), b.Y + (uy * push));
    }
}
