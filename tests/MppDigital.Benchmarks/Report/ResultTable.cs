using System.Globalization;
using MppDigital.Benchmarks.Running;

namespace MppDigital.Benchmarks.Report;

internal static class ResultTable
{
    public static void Print(IReadOnlyList<Row> rows, string loadBefore)
    {
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.Now:yyyy-MM-dd HH:mm zzz} | {Machine.Describe()} | load average {loadBefore} before, {Machine.LoadAverage} after"));
        if (Machine.IsBusy(loadBefore)) Console.WriteLine("Other programs were running: times are longer than on a quiet machine. CPU seconds, ratios, bytes and memory tell more than seconds.");
        Console.WriteLine();
        Console.WriteLine("| what | measured | goal | result | detail |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var row in rows) Console.WriteLine($"| {row.What} | {row.Measured} | {row.Goal} | {Word(row)} | {row.Detail} |");
    }

    private static string Word(Row row) => row.Passed switch { true => "pass", false => "FAIL", null => "-" };
}
