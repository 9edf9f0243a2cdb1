using System.Text.Json;
using MppDigital.Benchmarks.Limit;
using MppDigital.Benchmarks.Load;
using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Running;

namespace MppDigital.Benchmarks.Rows;

/// <summary>Product and limit program in turns, so that both meet the same machine: warm-up, then three pairs of runs.</summary>
internal static class LoadRows
{
    private const int Regencies = 16;
    private const int Callers = 16;
    private const int Pairs = 3;
    private const double LeastPageRatio = 0.6;
    private const double LeastSubmitRatio = 0.5;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);

    /// <summary>A submission runs through many times the code of a page; until it is compiled in full, the compiler is what is measured.</summary>
    private static readonly TimeSpan SubmitWarmUp = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Product product)
    {
        var folder = product.NewFolder();
        await using (await product.StartAsync(folder))
        {
            // Databases and demo accounts.
        }

        var all = SeedFolder.Regencies();
        var used = Enumerable.Range(0, Regencies).Select(n => all[n * all.Count / Regencies]).ToList();
        // Without the worker nothing is taken out of the outbox, so that the recording sees every row that a submission writes.
        LimitJob job;
        await using (var recorded = await product.StartAsync(folder, "web,login")) job = await Recording.MakeAsync(recorded, folder, product.NewFolder(), used);
        var jobFile = Path.Combine(product.NewFolder(), "job.json");
        await File.WriteAllBytesAsync(jobFile, JsonSerializer.SerializeToUtf8Bytes(job));

        await using var server = await product.StartAsync(folder);
        await using var limit = await ServerProcess.StartAsync(typeof(LoadRows).Assembly.Location, ["limit", jobFile], new Dictionary<string, string>(), LimitProgram.ReadyText);
        return
        [
            .. job.Page is null ? [Row.NotMeasured("public service page", $">= {LeastPageRatio} of the limit", $"there is no {Requests.ServicePath}")] : await PagesAsync(server, limit, used),
            await SubmitsAsync(server, limit, folder, used),
        ];
    }

    private static async Task<IReadOnlyList<Row>> PagesAsync(ServerProcess server, ServerProcess limit, IReadOnlyList<(string Code4, string Slug)> used)
    {
        Func<int, HttpRequestMessage> Ask(ServerProcess of, string before) => n => Requests.Page(Loopback.Origin(used[n % used.Count].Slug, of.Port), before + Requests.ServicePath);
        var pair = await Pair.MeasureAsync(Pairs, WarmUp, Duration, Callers, (server.Port, Ask(server, "")), (limit.Port, Ask(limit, "")), 200);
        var bytes = await Pair.MeasureAsync(Pairs, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), Callers, (server.Port, Ask(server, "")), (limit.Port, Ask(limit, LimitProgram.WithoutReading)), 200);
        return
        [
            pair.Row("public service page", LeastPageRatio),
            bytes.Row("the same against a limit that reads no rows", null),
        ];
    }

    private static async Task<Row> SubmitsAsync(ServerProcess server, ServerProcess limit, string folder, IReadOnlyList<(string Code4, string Slug)> used)
    {
        using var citizen = new DemoCitizen(server.Port, folder);
        await citizen.SignInAsync();
        var tokens = new List<string>();
        foreach (var (_, slug) in used) tokens.Add(await citizen.TokenForAsync(Loopback.Origin(slug, server.Port)));
        Func<int, HttpRequestMessage> Ask(ServerProcess of) => n => Requests.Submit(Loopback.Origin(used[n % used.Count].Slug, of.Port), tokens[n % used.Count]);
        var pair = await Pair.MeasureAsync(Pairs, SubmitWarmUp, Duration, Callers, (server.Port, Ask(server)), (limit.Port, Ask(limit)), 201);
        return pair.Row("durable submit", LeastSubmitRatio);
    }
}
