using System.Text.Json;
using MppDigital.Benchmarks.Load;
using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Running;

namespace MppDigital.Benchmarks.Rows;

/// <summary>Sign-ins and refreshes against what nobody can do without: one password hash, measured in turns with them.</summary>
internal static class LoginRows
{
    private const int Callers = 16;
    private const int Turns = 3;
    private const double LeastRatio = 0.8;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(6);

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Product product)
    {
        var folder = product.NewFolder();
        await using (await product.StartAsync(folder))
        {
            // Databases and demo accounts.
        }

        await using (var server = await product.StartAsync(folder))
        {
            return [.. await SpeedAsync(server, folder), .. await AnswerTimes.MeasureAsync(server, folder)];
        }
    }

    private static async Task<IReadOnlyList<Row>> SpeedAsync(ServerProcess server, string folder)
    {
        var demo = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "demo.json"))).RootElement;
        var people = demo.GetProperty("citizens").EnumerateArray().Select(c => c.GetProperty("nik").GetString()!).ToList();
        var password = demo.GetProperty("password").GetString()!;
        using var client = Loopback.Client(server.Port, Callers);
        var form = new LoginForms(client, server.Port);
        Task<string?> SignIn(int caller, int n) => form.SignInAsync(people[n % people.Count], password);

        using var citizens = new Citizens(server.Port, folder, Callers);
        var families = await citizens.FamiliesAsync();
        async Task<string?> Refresh(int caller, int n)
        {
            var (token, failure) = await citizens[caller].RefreshAsync(families[caller]);
            families[caller] = token ?? families[caller];
            return failure;
        }

        await LoadRun.OfAsync(WarmUp, Callers, SignIn);
        await LoadRun.OfAsync(WarmUp, Callers, Refresh);
        HashCost.Measure(TimeSpan.FromSeconds(1));
        var (hashes, signIns, refreshes) = (new List<(double PerSecond, double Cpu)>(), new List<(LoadResult Load, double Cpu)>(), new List<(LoadResult Load, double Cpu)>());
        for (var turn = 0; turn < Turns; turn++)
        {
            hashes.Add(HashCost.Measure(Duration));
            signIns.Add(await WithCpuAsync(server, SignIn));
            refreshes.Add(await WithCpuAsync(server, Refresh));
        }

        return
        [
            Against("sign-ins", signIns, hashes, LeastRatio),
            Against("token refreshes", refreshes, hashes, null),
        ];
    }

    /// <summary>What one of them costs the product in CPU milliseconds, which other programs on the machine do not change as they change seconds.</summary>
    private static async Task<(LoadResult Load, double Cpu)> WithCpuAsync(ServerProcess server, Func<int, int, Task<string?>> act)
    {
        var before = ProcessFigures.CpuSeconds(server.Id);
        var load = await LoadRun.OfAsync(Duration, Callers, act);
        return (load, (ProcessFigures.CpuSeconds(server.Id) - before) * 1000 / Math.Max(1, load.Done));
    }

    private static Row Against(string what, List<(LoadResult Load, double Cpu)> measured, List<(double PerSecond, double Cpu)> hashes, double? least)
    {
        var runs = measured.Select(m => m.Load).ToList();
        var ratio = runs.Zip(hashes, (r, h) => r.PerSecond / h.PerSecond).Median();
        var failed = runs.Sum(r => r.Failed);
        var first = runs.Select(r => r.FirstFailure).FirstOrDefault(f => f.Length > 0);
        return new Row(what, $"{Figures.Of(ratio, 2, "")} a hash", least is { } goal ? $">= {Figures.Of(goal, 1, "")} a hash" : "", least is null ? null : ratio >= least && failed == 0,
            $"{Figures.Of(runs.Select(r => r.PerSecond).Median(), 0, "/s")} ({Figures.List(runs.Select(r => r.PerSecond), 0)}), p95 {Figures.Of(runs.Select(r => r.P95Milliseconds).Median(), 0, "ms")}, from {Callers} callers; "
            + $"hashes on {Environment.ProcessorCount} cores {Figures.Of(hashes.Select(h => h.PerSecond).Median(), 0, "/s")} ({Figures.List(hashes.Select(h => h.PerSecond), 0)}); CPU {Figures.Of(measured.Select(m => m.Cpu).Median(), 1, "ms")} each, a hash {Figures.Of(hashes.Select(h => h.Cpu).Median(), 1, "ms")}; generator {Figures.Of(runs.Select(r => r.GeneratorShare).Median() * 100, 0, "%")} of the CPU; {failed} failed{(first is null ? "" : $", first {first}")}");
    }

    /// <summary>One signed-in browser for each caller: a refresh token works once, so nobody may share a family.</summary>
    private sealed class Citizens(int port, string folder, int count) : IDisposable
    {
        private readonly List<DemoCitizen> all = [.. Enumerable.Range(0, count).Select(n => new DemoCitizen(port, folder, n))];

        public DemoCitizen this[int caller] => all[caller];

        public async Task<string[]> FamiliesAsync()
        {
            var families = new List<string>();
            foreach (var citizen in all)
            {
                await citizen.SignInAsync();
                families.Add(await citizen.RefreshTokenAsync(Loopback.Origin("bukittinggi", port)));
            }

            return [.. families];
        }

        public void Dispose() => all.ForEach(c => c.Dispose());
    }
}
