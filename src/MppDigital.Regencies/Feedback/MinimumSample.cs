namespace MppDigital.Regencies.Feedback;

/// <summary>
/// How many answers the regulation asks for (Permen PANRB 14/2017, the table of Krejcie and Morgan): 95 percent sure, 5 percent off at most.
/// </summary>
public static class MinimumSample
{
    private const decimal ChiSquare = 3.841m;
    private const decimal Spread = .25m;
    private const decimal ErrorSquared = .0025m;

    // The populations that the printed table names; its samples are the formula's, rounded.
    private static readonly int[] Named =
    [
        .. Steps(10, 100, 5), .. Steps(110, 300, 10), .. Steps(320, 500, 20), .. Steps(550, 1000, 50), .. Steps(1100, 2000, 100), .. Steps(2200, 3000, 200),
        .. Steps(3500, 5000, 500), .. Steps(6000, 10_000, 1000), 15_000, 20_000, 30_000, 40_000, 50_000, 75_000, 1_000_000,
    ];

    /// <summary>As printed; between two rows the next larger population counts.</summary>
    public static int ByTable(int population) => (int)Math.Round(Exact(Named.FirstOrDefault(n => n >= population, Named[^1])), MidpointRounding.AwayFromZero);

    /// <summary>For exactly this population, rounded up.</summary>
    public static int ByFormula(int population) => (int)Math.Ceiling(Exact(population));

    /// <summary>What a regency is held to: the table, but never more than there are people to ask.</summary>
    public static int Of(int population) => Math.Min(ByTable(population), population);

    private static decimal Exact(int population) => ChiSquare * population * Spread / ((ErrorSquared * (population - 1)) + (ChiSquare * Spread));

    private static IEnumerable<int> Steps(int from, int to, int step)
    {
        for (var n = from; n <= to; n += step) yield return n;
    }
}
