using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Crash;

/// <summary>Processes that do one thing each on the databases of a test. While one is at work the next is being started, for that takes longest.</summary>
internal sealed class Probes : IDisposable
{
    private const int Killed = 137;

    private readonly TwoRegencies regencies;
    private Process next;

    public Probes(TwoRegencies regencies)
    {
        this.regencies = regencies;
        next = Start();
    }

    /// <returns>0 where it was done before it could be killed, else 137.</returns>
    public async Task<int> RunAsync(int killAt, params string[] work)
    {
        using var probe = next;
        next = Start();
        var said = probe.StandardError.ReadToEndAsync();
        await probe.StandardInput.WriteLineAsync(JsonSerializer.Serialize((string[])[killAt.ToString(CultureInfo.InvariantCulture), .. work]));
        await probe.StandardInput.FlushAsync();
        await probe.WaitForExitAsync();
        Assert.True(probe.ExitCode is 0 or Killed, $"The probe ended with {probe.ExitCode}: {await said}");
        return probe.ExitCode;
    }

    public void Dispose()
    {
        next.Kill();
        next.Dispose();
    }

    private Process Start() => Process.Start(new ProcessStartInfo(
        "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "MppDigital.CrashProbe.dll"), regencies.DataPath, regencies.Clock.UtcNow.ToString("O", CultureInfo.InvariantCulture)])
    {
        RedirectStandardInput = true,
        RedirectStandardError = true,
        WorkingDirectory = AppContext.BaseDirectory,
    })!;
}
