using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Running;

namespace MppDigital.Benchmarks.Rows;

/// <summary>From launch to the ready line: on an empty data directory, and again on the one that then exists.</summary>
internal static class StartRows
{
    private const int Runs = 3;
    private const double MostFirst = 5;
    private const double MostSecond = 3;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Product product)
    {
        var (first, firstCpu, second, secondCpu) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run < Runs; run++)
        {
            var folder = product.NewFolder();
            await using (var server = await product.StartAsync(folder)) Note(server, first, firstCpu);
            await using (var server = await product.StartAsync(folder)) Note(server, second, secondCpu);
        }

        return [Row("first start, 514 regencies", first, firstCpu, MostFirst), Row("second start", second, secondCpu, MostSecond)];
    }

    private static void Note(ServerProcess server, List<double> seconds, List<double> cpu)
    {
        seconds.Add(server.SecondsToReady);
        cpu.Add(server.CpuSecondsToReady);
    }

    private static Row Row(string what, List<double> seconds, List<double> cpu, double most) =>
        new(what, Figures.Of(seconds.Median(), 1, "s"), $"<= {most} s", seconds.Median() <= most, $"runs {Figures.List(seconds, 1)}; CPU of the process {Figures.Of(cpu.Median(), 1, "s")}");
}
