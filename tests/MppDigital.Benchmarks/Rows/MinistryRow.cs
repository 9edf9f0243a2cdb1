using MppDigital.Benchmarks.Load;
using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Running;

namespace MppDigital.Benchmarks.Rows;

/// <summary>The ministry's summary while the databases of all regencies are moved away: an answer that needed one of them would fail.</summary>
internal static class MinistryRow
{
    private const string What = "ministry summary, p95";
    private const string Goal = "<= 10 ms, 0 regency databases";
    private const double MostMilliseconds = 10;
    private const int Callers = 4;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Product product)
    {
        var folder = product.NewFolder();
        await using (await product.StartAsync(folder))
        {
            // The databases must exist before a program without a worker can be looked at.
        }

        await using var server = await product.StartAsync(folder, "web,login");
        using var client = Loopback.Client(server.Port, Callers);
        var address = $"{Loopback.Origin("pusat", server.Port)}/api/v1/rollout/summary";
        using (var first = await client.GetAsync(address))
        {
            if (!first.IsSuccessStatusCode) return [Row.NotMeasured(What, Goal, $"GET rollout/summary answered {(int)first.StatusCode}")];
        }

        var openBefore = ProcessFigures.OpenFiles(server.Id, "mpp_d_");
        MoveRegenciesAway(folder);
        var runs = new List<LoadResult>();
        for (var run = 0; run < 4; run++) runs.Add(await LoadRun.ForAsync(Duration, Callers, client, _ => new HttpRequestMessage(HttpMethod.Get, address), 200));
        var openAfter = ProcessFigures.OpenFiles(server.Id, "mpp_d_");

        // The first run warms the program up.
        var p95 = runs.Skip(1).Select(r => r.P95Milliseconds).Median();
        var failed = runs.Sum(r => r.Failed);
        return
        [
            new Row(What, $"{Figures.Of(p95, 1, "ms")}, {openAfter} databases", Goal, p95 <= MostMilliseconds && failed == 0 && openBefore == 0 && openAfter == 0,
                $"{Figures.Of(runs.Skip(1).Select(r => r.PerSecond).Median(), 0, "req/s")} from {Callers} callers, {failed} failed, generator {Figures.Of(runs[^1].GeneratorShare * 100, 0, "%")} of the CPU; files of regencies open {openBefore} before, {openAfter} after"),
        ];
    }

    private static void MoveRegenciesAway(string folder)
    {
        var away = Directory.CreateDirectory(Path.Combine(folder, "away"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "db"), "mpp_d_*")) File.Move(file, Path.Combine(away.FullName, Path.GetFileName(file)));
    }
}
