using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MppDigital.Benchmarks.Running;

/// <summary>A program of ours that was started, said that it is ready, and is ended politely.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(60);

    private const int MostEchoed = 30;

    private readonly Process process;

    private ServerProcess(Process process, int port, double seconds, double cpuSeconds)
    {
        this.process = process;
        Port = port;
        SecondsToReady = seconds;
        CpuSecondsToReady = cpuSeconds;
    }

    public int Id => process.Id;

    public int Port { get; }

    public double SecondsToReady { get; }

    public double CpuSecondsToReady { get; }

    /// <param name="listen">Hears every line that it writes.</param>
    public static async Task<ServerProcess> StartAsync(string dll, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string readyText, Action<string>? listen = null)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        start.Environment["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        var ready = new TaskCompletionSource<(double Seconds, double Cpu)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string>();
        var echoed = 0;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } heard) listen?.Invoke(heard);
            // A failure of the program is worth seeing; a flood of them is not.
            if (line.Data?.StartsWith("fail:", StringComparison.Ordinal) == true && echoed == 0) echoed = 1;
            if (echoed is > 0 and < MostEchoed && echoed++ > 0) Console.Error.WriteLine(line.Data);
            if (line.Data?.Contains(readyText, StringComparison.Ordinal) == true) ready.TrySetResult((clock.Elapsed.TotalSeconds, ProcessFigures.CpuSeconds(process.Id)));
        };
        process.ErrorDataReceived += (_, line) => { lock (said) said.Add(line.Data ?? ""); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _ = process.WaitForExitAsync().ContinueWith(_ => ready.TrySetException(new InvalidOperationException($"{Path.GetFileName(dll)} ended before it was ready: {string.Join(' ', said).Trim()}")), TaskScheduler.Default);
        try
        {
            var (seconds, cpu) = await ready.Task.WaitAsync(LongestStart);
            return new ServerProcess(process, port, seconds, cpu);
        }
        catch
        {
            if (!process.HasExited) process.Kill();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using (var terminate = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])) await terminate.WaitForExitAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(LongestEnd);
        }
        catch (TimeoutException)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
