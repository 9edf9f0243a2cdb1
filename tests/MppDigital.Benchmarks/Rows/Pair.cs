using MppDigital.Benchmarks.Load;
using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Running;

namespace MppDigital.Benchmarks.Rows;

/// <summary>The same load on product and limit, run by run in turns.</summary>
internal sealed record Pair(IReadOnlyList<LoadResult> Product, IReadOnlyList<LoadResult> Limit)
{
    public static async Task<Pair> MeasureAsync(
        int pairs, TimeSpan warmUp, TimeSpan duration, int callers,
        (int Port, Func<int, HttpRequestMessage> Ask) product, (int Port, Func<int, HttpRequestMessage> Ask) limit, int expectedStatus)
    {
        using var toProduct = Loopback.Client(product.Port, callers);
        using var toLimit = Loopback.Client(limit.Port, callers);
        await LoadRun.ForAsync(warmUp, callers, toProduct, product.Ask, expectedStatus);
        await LoadRun.ForAsync(warmUp, callers, toLimit, limit.Ask, expectedStatus);
        var (ofProduct, ofLimit) = (new List<LoadResult>(), new List<LoadResult>());
        for (var n = 0; n < pairs; n++)
        {
            ofProduct.Add(await LoadRun.ForAsync(duration, callers, toProduct, product.Ask, expectedStatus));
            ofLimit.Add(await LoadRun.ForAsync(duration, callers, toLimit, limit.Ask, expectedStatus));
        }

        return new Pair(ofProduct, ofLimit);
    }

    /// <param name="leastRatio">Null where the figure stands for information.</param>
    public Row Row(string what, double? leastRatio)
    {
        var ratio = Product.Zip(Limit, (p, l) => p.PerSecond / l.PerSecond).Median();
        var failed = Product.Sum(r => r.Failed) + Limit.Sum(r => r.Failed);
        var firstFailure = Product.Concat(Limit).Select(r => r.FirstFailure).FirstOrDefault(f => f.Length > 0);
        return new Row(what, $"{Figures.Of(ratio, 2, "")} of the limit", leastRatio is { } least ? $">= {Figures.Of(least, 1, "")} of the limit" : "", leastRatio is null ? null : ratio >= leastRatio && failed == 0,
            $"{Figures.Of(Product.Select(r => r.PerSecond).Median(), 0, "req/s")} ({Figures.List(Product.Select(r => r.PerSecond), 0)}), p95 {Figures.Of(Product.Select(r => r.P95Milliseconds).Median(), 0, "ms")}; "
            + $"limit {Figures.Of(Limit.Select(r => r.PerSecond).Median(), 0, "req/s")} ({Figures.List(Limit.Select(r => r.PerSecond), 0)}), p95 {Figures.Of(Limit.Select(r => r.P95Milliseconds).Median(), 0, "ms")}; "
            + $"generator {Figures.Of(Product.Select(r => r.GeneratorShare).Median() * 100, 0, "%")} and {Figures.Of(Limit.Select(r => r.GeneratorShare).Median() * 100, 0, "%")} of the CPU; {failed} failed{(firstFailure is null ? "" : $", first {firstFailure}")}");
    }
}
