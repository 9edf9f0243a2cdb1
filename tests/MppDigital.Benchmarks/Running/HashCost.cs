using Microsoft.AspNetCore.Identity;

namespace MppDigital.Benchmarks.Running;

/// <summary>What the machine can do at best: nothing but password hashes, by the framework's hasher as the product uses it, on all cores.</summary>
internal static class HashCost
{
    /// <returns>Hashes per second, and the CPU milliseconds of one.</returns>
    public static (double PerSecond, double CpuMilliseconds) Measure(TimeSpan duration)
    {
        var cpuBefore = ProcessFigures.CpuSeconds(Environment.ProcessId);
        var hasher = new PasswordHasher<object>();
        var stored = hasher.HashPassword("", "kata sandi siapa pun");
        var done = 0;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() =>
        {
            while (clock.Elapsed < duration)
            {
                if (hasher.VerifyHashedPassword("", stored, "kata sandi siapa pun") != PasswordVerificationResult.Success) throw new InvalidOperationException("The hash does not fit.");
                Interlocked.Increment(ref done);
            }
        })).ToList();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        return (done / clock.Elapsed.TotalSeconds, (ProcessFigures.CpuSeconds(Environment.ProcessId) - cpuBefore) * 1000 / done);
    }
}
