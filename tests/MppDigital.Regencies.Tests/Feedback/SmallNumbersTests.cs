using MppDigital.Regencies.Figures;

namespace MppDigital.Regencies.Tests.Feedback;

public sealed class SmallNumbersTests
{
    private const int Most = 12;

    /// <summary>An attacker who knows the rule and everything published has at least two tables to choose from for each hidden number.</summary>
    [Fact]
    public void No_hidden_number_can_be_worked_out_from_what_is_shown()
    {
        var tables = from a in Enumerable.Range(0, Most + 1) from b in Enumerable.Range(0, Most + 1) from c in Enumerable.Range(0, Most + 1) select new[] { a, b, c };
        var views = tables.Select(parts => (Parts: parts, Hidden: HiddenOf(parts))).ToLookup(t => ViewOf(t.Parts, t.Hidden));

        Assert.True(views.Count > 500);
        Assert.Contains(views, v => v.First().Hidden.Count > 0);
        foreach (var view in views)
        {
            // Tables with larger numbers are not walked, so only sums within the walk are judged.
            var (parts, hidden) = view.First();
            if (hidden.Where(p => p >= 0).Sum(p => parts[p]) > Most) continue;
            foreach (var part in hidden.Where(p => p >= 0))
                Assert.True(view.Select(t => t.Parts[part]).Distinct().Count() > 1, $"Part {part} of {view.Key} is told: {string.Join(' ', parts)}");
        }
    }

    /// <summary>The same where the total is known to everybody and nothing tells zero from few.</summary>
    [Fact]
    public void A_list_with_a_known_total_tells_no_hidden_number_either()
    {
        var tables = from a in Enumerable.Range(0, Most + 1) from b in Enumerable.Range(0, Most + 1) from c in Enumerable.Range(0, Most + 1) select new[] { a, b, c };
        var views = tables.Select(parts => (Parts: parts, Hidden: SmallNumbers.Hidden(parts))).ToLookup(t => $"{t.Parts.Sum()}: {string.Join(' ', t.Parts.Select((n, i) => t.Hidden.Contains(i) ? "x" : $"{n}"))}");

        Assert.Equal([0, 1], SmallNumbers.Hidden([9, 2, 20]).Order());
        foreach (var view in views)
        {
            var (parts, hidden) = view.First();
            var together = hidden.Sum(i => parts[i]);
            // Nobody is meant by zero; larger tables are not walked; and where nothing is left to go with them, three fours stay three fours.
            if (together is 0 or > Most || (hidden.Count == parts.Length && together == 4 * parts.Length)) continue;
            foreach (var part in hidden) Assert.True(view.Select(t => t.Parts[part]).Distinct().Count() > 1, $"Part {part} of {view.Key} is told: {string.Join(' ', parts)}");
        }
    }

    [Theory]
    [InlineData(new[] { 3, 8, 20 }, new[] { 0, 1 })]
    [InlineData(new[] { 1, 1, 9, 30 }, new[] { 0, 1, 2 })]
    [InlineData(new[] { 2, 3, 9 }, new[] { 0, 1 })]
    [InlineData(new[] { 5, 4, 4 }, new[] { 0, 1, 2 })]
    [InlineData(new[] { 9, 20, 1 }, new[] { 0, 2 })]
    [InlineData(new[] { 0, 6, 7 }, new int[0])]
    [InlineData(new[] { 4, 0, 0 }, new[] { -1, 0 })]
    public void A_table_loses_no_more_than_the_rule_says(int[] parts, int[] hidden) => Assert.Equal(hidden, HiddenOf(parts).Order());

    // Parts are known by their place, the total by -1.
    private static HashSet<int> HiddenOf(int[] parts)
    {
        var cells = parts.Index().ToDictionary(p => p.Index, p => p.Item);
        cells[-1] = parts.Sum();
        return SmallNumbers.Hidden(cells, [new Sum<int>(-1, [.. Enumerable.Range(0, parts.Length)])]);
    }

    private static string ViewOf(int[] parts, HashSet<int> hidden) =>
        string.Join(' ', parts.Append(parts.Sum()).Select((n, i) => hidden.Contains(i == parts.Length ? -1 : i) ? "x" : $"{n}"));
}
