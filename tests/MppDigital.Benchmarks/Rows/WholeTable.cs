using System.Globalization;
using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Running;

namespace MppDigital.Benchmarks.Rows;

/// <summary>All rows in the order in which they are cheapest to measure; each prints what it does to standard error.</summary>
internal static class WholeTable
{
    private static readonly (string Name, Func<Product, Task<IReadOnlyList<Row>>> Measure)[] Rows =
    [
        ("resolution", _ => Task.FromResult(ResolutionRow.Measure())),
        ("hall", _ => Task.FromResult(HallRow.Measure())),
        ("brokers", _ => Task.FromResult(BrokersRow.Measure())),
        ("start", StartRows.MeasureAsync),
        ("memory", MemoryRow.MeasureAsync),
        ("pages", PageRows.MeasureAsync),
        ("ministry", MinistryRow.MeasureAsync),
        ("publish", PublishRow.MeasureAsync),
        ("login", LoginRows.MeasureAsync),
        ("tokens", TokenReadsRow.MeasureAsync),
        ("inbox", InboxRow.MeasureAsync),
        ("form", FormRow.MeasureAsync),
        ("vault", VaultRow.MeasureAsync),
        ("callbacks", CallbackRow.MeasureAsync),
        ("streams", StreamsRow.MeasureAsync),
        ("faults", FaultRows.MeasureAsync),
        ("load", LoadRows.MeasureAsync),
    ];

    public static IEnumerable<string> Names => Rows.Select(r => r.Name);

    /// <returns>1 when a goal was missed.</returns>
    public static async Task<int> RunAsync(string web, IReadOnlyList<string> wanted)
    {
        var loadBefore = Machine.LoadAverage;
        using var product = new Product(Path.GetFullPath(web));
        var table = new List<Row>();
        foreach (var (name, measure) in Rows.Where(r => wanted.Count == 0 || wanted.Contains(r.Name)))
        {
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"measuring {name} ..."));
            table.AddRange(await measure(product));
        }

        ResultTable.Print(table, loadBefore);
        return table.Any(r => r.Passed == false) ? 1 : 0;
    }
}
