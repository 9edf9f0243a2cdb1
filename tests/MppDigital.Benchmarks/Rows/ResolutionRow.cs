using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Tenancy;

namespace MppDigital.Benchmarks.Rows;

internal static class ResolutionRow
{
    private const double MostNanoseconds = 100;

    public static IReadOnlyList<Row> Measure()
    {
        // In this process: the generated project of the usual toolchain does not know the repository's central package versions.
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(15))
            .AddLogger(NullLogger.Instance)
            .AddDiagnoser(BenchmarkDotNet.Diagnosers.MemoryDiagnoser.Default)
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts"));
        var report = BenchmarkRunner.Run<TenantResolution>(config).Reports.Single();
        if (report.ResultStatistics is not { } time) return [Row.NotMeasured("tenant resolution", "<= 100 ns, 0 bytes", "the benchmark did not run; was it built with -c Release?")];
        var bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? long.MaxValue;
        return
        [
            new Row("tenant resolution", $"{Figures.Of(time.Median, 1, "ns")}, {bytes} bytes", "<= 100 ns, 0 bytes", time.Median <= MostNanoseconds && bytes == 0,
                $"median of {time.N} iterations over 514 hosts and {TenantResolution.Strangers} strangers"),
        ];
    }
}
