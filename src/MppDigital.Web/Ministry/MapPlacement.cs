using MppDigital.Platform.Tenancy;

namespace MppDigital.Web.Ministry;

/// <summary>Where each regency's mark stands on the map: at its seat, pushed aside just enough not to cover another.</summary>
internal sealed class MapPlacement
{
    public const int Width = 1210;
    public const int Height = 460;

    /// <summary>Least distance of two marks, in units of the drawing.</summary>
    public const double Gap = 7.8;

    // Equirectangular: 26 units per degree, from the western and northern edge of the country.
    private const double Scale = 26;
    private const double West = 94.6;
    private const double North = 6.6;
    private const double KilometresPerDegree = 111;

    // Points are drawn to one decimal; the reserve keeps the gap after rounding.
    private const double Reserve = 0.15;

    // Java settles after some 150 rounds; the bound only stops a map that cannot settle.
    private const int MostRounds = 2000;

    private MapPlacement(IReadOnlyDictionary<RegencyCode, MapPoint> points, double farthestKilometres) => (Points, FarthestKilometres) = (points, farthestKilometres);

    public IReadOnlyDictionary<RegencyCode, MapPoint> Points { get; }

    /// <summary>How far the mark that moved most stands from its seat.</summary>
    public double FarthestKilometres { get; }

    public static MapPoint At(double latitude, double longitude) => new((longitude - West) * Scale, (North - latitude) * Scale);

    public static MapPlacement Of(IReadOnlyList<Regency> regencies)
    {
        var home = regencies.Select(r => At(r.Latitude, r.Longitude)).ToArray();
        var at = home.ToArray();
        for (var round = 0; round < MostRounds && Push(at); round++)
        {
        }

        var farthest = at.Zip(home).Max(p => p.First.DistanceTo(p.Second)) / Scale * KilometresPerDegree;
        return new MapPlacement(regencies.Zip(at).ToDictionary(p => p.First.Code, p => p.Second.Rounded()), farthest);
    }

    /// <summary>One round: every pair that is too close moves apart by a part of what is missing.</summary>
    /// <returns>Whether there was such a pair.</returns>
    private static bool Push(MapPoint[] at)
    {
        const double Wanted = Gap + Reserve;
        var moved = false;
        for (var i = 0; i < at.Length; i++)
        {
            for (var j = i + 1; j < at.Length; j++)
            {
                var (dx, dy) = (at[j].X - at[i].X, at[j].Y - at[i].Y);
                if (Math.Abs(dx) >= Wanted || Math.Abs(dy) >= Wanted) continue;
                var distance = Math.Sqrt((dx * dx) + (dy * dy));
                if (distance >= Wanted) continue;
                var (ux, uy) = distance > 0.01 ? (dx / distance, dy / distance) : (1, 0);
                // Slightly more than half of the missing way for both together would swing; 0.3 each settles.
                var push = ((Wanted - distance) * 0.3) + 0.001;
                at[i] = new MapPoint(at[i].X - (ux * push), at[i].Y - (uy * push));
                at[j] = new MapPoint(at[j].X + (ux * push), at[j].Y + (uy * push));
                moved = true;
            }
        }

        return moved;
    }
}

internal readonly record struct MapPoint(double X, double Y)
{
    public double DistanceTo(MapPoint other) => Math.Sqrt(Math.Pow(X - other.X, 2) + Math.Pow(Y - other.Y, 2));

    public MapPoint Rounded() => new(Math.Round(X, 1), Math.Round(Y, 1));
}
