using System.Collections.Concurrent;
using System.Diagnostics;

namespace MppDigital.Benchmarks.Load;

/// <param name="GeneratorShare">Part of the machine's CPU that making the load itself took.</param>
internal sealed record LoadResult(double PerSecond, double P95Milliseconds, int Done, int Failed, double GeneratorShare, string FirstFailure);

/// <summary>As much as so many callers get done in a bounded time, each waiting for its answer before it asks again.</summary>
internal static class LoadRun
{
    private const int MostRequests = 200_000;

    public static Task<LoadResult> ForAsync(TimeSpan duration, int callers, HttpClient client, Func<int, HttpRequestMessage> request, int expectedStatus) => OfAsync(duration, callers, async (_, n) =>
    {
        using var message = request(n);
        using var response = await client.SendAsync(message);
        var body = await response.Content.ReadAsByteArrayAsync();
        return (int)response.StatusCode == expectedStatus ? null : $"{(int)response.StatusCode} {message.RequestUri} {System.Text.Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 300)))}";
    });

    /// <param name="act">Given the caller and how many were begun before; gives what failed, or null.</param>
    public static async Task<LoadResult> OfAsync(TimeSpan duration, int callers, Func<int, int, Task<string?>> act)
    {
        using var self = Process.GetCurrentProcess();
        var cpuBefore = self.TotalProcessorTime;
        var times = new ConcurrentBag<List<double>>();
        var sent = 0;
        var failed = 0;
        var firstFailure = "";
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var own = new List<double>();
            while (clock.Elapsed < duration && Interlocked.Increment(ref sent) is var n && n <= MostRequests)
            {
                var began = clock.Elapsed;
                if (await act(caller, n) is not { } failure) own.Add((clock.Elapsed - began).TotalMilliseconds);
                else if (Interlocked.Increment(ref failed) == 1) firstFailure = failure;
            }

            times.Add(own);
        })));
        var elapsed = clock.Elapsed;
        self.Refresh();
        var share = (self.TotalProcessorTime - cpuBefore).TotalSeconds / (elapsed.TotalSeconds * Environment.ProcessorCount);
        var all = times.SelectMany(t => t).Order().ToArray();
        return new LoadResult(all.Length / elapsed.TotalSeconds, all.Length == 0 ? 0 : all[(int)(all.Length * 0.95)], all.Length, failed, share, firstFailure);
    }
}
