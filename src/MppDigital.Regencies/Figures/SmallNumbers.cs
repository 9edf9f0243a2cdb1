namespace MppDigital.Regencies.Figures;

/// <summary>A row of a table or the whole of it: what the parts add up to.</summary>
/// <param name="IsLost">The total goes before another part does: of a year that still runs, rather than of a quarter that is over.</param>
internal sealed record Sum<TKey>(TKey Total, IReadOnlyList<TKey> Parts, bool IsLost = false);

/// <summary>
/// Which numbers must not be published. Below five somebody may recognise a neighbour; and a number that is left out can be worked out again from a total
/// beside it, so others go with it until whoever knows this very rule has at least two tables to choose from.
/// </summary>
internal static class SmallNumbers
{
    public const int Least = 5;

    /// <summary>For sums of sums, whose totals can be left out too. Zero is no small number here: nobody is meant by it.</summary>
    /// <param name="sums">Parts in an order that does not follow their size.</param>
    public static HashSet<TKey> Hidden<TKey>(IReadOnlyDictionary<TKey, int> cells, IReadOnlyList<Sum<TKey>> sums)
        where TKey : notnull
    {
        var hidden = cells.Where(c => c.Value is > 0 and < Least).Select(c => c.Key).ToHashSet();
        var more = hidden.Count > 0;
        while (more)
        {
            more = false;
            foreach (var sum in sums.Where(s => Tells(cells, s, hidden)))
            {
                // By place and not by size: taking the smallest one left would tell that it is no larger than those that stay.
                var next = (sum.IsLost ? sum.Parts.Prepend(sum.Total) : sum.Parts.Append(sum.Total)).Where(k => cells[k] > 0 && !hidden.Contains(k)).Take(1).ToList();
                more |= next.Count > 0;
                hidden.UnionWith(next);
            }
        }

        return hidden;
    }

    /// <summary>
    /// For a list whose total everybody knows anyway, and which names what did not happen too: there zero is hidden among the small ones, so that a few of
    /// them together cannot be told apart.
    /// </summary>
    /// <returns>Places in the list.</returns>
    public static HashSet<int> Hidden(IReadOnlyList<int> parts)
    {
        var hidden = parts.Index().Where(p => p.Item < Least).Select(p => p.Index).ToHashSet();
        while (hidden.Count > 0 && IsTold(hidden.Count, hidden.Sum(i => parts[i])) && Enumerable.Range(0, parts.Count).Where(i => !hidden.Contains(i)).Take(1).ToList() is [var next]) hidden.Add(next);
        return hidden;
    }

    /// <summary>Whoever reads the rest of the sum can work out a hidden member of it.</summary>
    private static bool Tells<TKey>(IReadOnlyDictionary<TKey, int> cells, Sum<TKey> sum, HashSet<TKey> hidden)
        where TKey : notnull
    {
        var parts = sum.Parts.Where(hidden.Contains).ToList();
        if (hidden.Contains(sum.Total)) return parts.Count == 0;
        if (parts.Count == 0) return false;
        var together = parts.Sum(k => cells[k]);
        // One and one are two, where each is one at least.
        return IsTold(parts.Count, together) || together < Least || together == parts.Count;
    }

    /// <summary>One hidden number is what the others leave; and two that may be four at most and come to eight are four each.</summary>
    private static bool IsTold(int count, int together) => count == 1 || together == count * (Least - 1);
}
