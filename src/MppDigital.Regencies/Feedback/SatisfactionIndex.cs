namespace MppDigital.Regencies.Feedback;

/// <summary>
/// The satisfaction survey of Permen PANRB 14/2017: scores 1 to 4 on each element, the mean of each element weighted by one divided by their
/// number, times 25. The weight is exact: reports that round 1/9 to 0.11 can never reach 100.
/// </summary>
public sealed record SatisfactionIndex
{
    private SatisfactionIndex(int respondents, IReadOnlyList<decimal> means, decimal value)
    {
        Respondents = respondents;
        ElementMeans = means;
        Value = Math.Round(value, 4, MidpointRounding.AwayFromZero);
        Converted = Math.Round(value * 25, 2, MidpointRounding.AwayFromZero);
    }

    public int Respondents { get; }

    /// <summary>NRR of each element, 4 decimals.</summary>
    public IReadOnlyList<decimal> ElementMeans { get; }

    /// <summary>SKM, 1.0000 to 4.0000.</summary>
    public decimal Value { get; }

    /// <summary>IKM, 25.00 to 100.00.</summary>
    public decimal Converted { get; }

    public char Grade => GradeOf(Converted);

    /// <summary>The printed intervals leave gaps, as between 64.99 and 65.00: the index is rounded to two decimals first and then compared.</summary>
    public static char GradeOf(decimal converted) => converted switch
    {
        >= 88.31m => 'A',
        >= 76.61m => 'B',
        >= 65.00m => 'C',
        _ => 'D',
    };

    /// <summary>Null with a stable reason when the sheets cannot be counted.</summary>
    /// <param name="sheets">One row of scores for each respondent.</param>
    public static SatisfactionIndex? Of(IReadOnlyList<IReadOnlyList<int>> sheets, out string? error)
    {
        error = sheets.Count == 0 || sheets[0].Count == 0 ? "no-scores"
            : sheets.Any(s => s.Count != sheets[0].Count) ? "element-count"
            : sheets.Any(s => s.Any(score => score is < 1 or > 4)) ? "score-range"
            : null;
        if (error is not null) return null;

        return FromSums(sheets.Count, [.. Enumerable.Range(0, sheets[0].Count).Select(element => sheets.Sum(s => s[element]))]);
    }

    /// <summary>From what a database has added up already.</summary>
    /// <param name="sums">All scores of each element; at least one element.</param>
    internal static SatisfactionIndex FromSums(int respondents, IReadOnlyList<int> sums)
    {
        var means = sums.Select(sum => Math.Round((decimal)sum / respondents, 4, MidpointRounding.AwayFromZero)).ToList();
        return new SatisfactionIndex(respondents, means, (decimal)sums.Sum() / (respondents * sums.Count));
    }
}
