using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MppDigital.Browser.Tests;

/// <summary>The program as its users meet it: the built web program in a process of its own, on a free loopback port, with an empty data directory.</summary>
public sealed partial class MppServer : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private readonly string data = Directory.CreateTempSubdirectory("mpp-browser-").FullName;
    private readonly MovedClock clock = MovedClock.New();
    private Process? process;
    private JsonElement demo;

    public int Port { get; } = FreePort();

    public string Password => demo.GetProperty("password").GetString()!;

    /// <summary>What the program takes for now.</summary>
    public DateTimeOffset Now => DateTimeOffset.UtcNow + clock.Ahead;

    /// <summary>Moves the program's clock, for this program and whoever tests with it. It never goes back.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        if (moment > Now) clock.Ahead = moment - DateTimeOffset.UtcNow;
    }

    public string OriginOf(string label) => $"http://{(label.Length == 0 ? "" : label + ".")}mpp.localhost:{Port}";

    /// <summary>NIK of a demo citizen.</summary>
    public string NikOf(int position) => demo.GetProperty("citizens")[position].GetProperty("nik").GetString()!;

    /// <summary>Secret of the second factor of a member of staff; null where none is due.</summary>
    public string? TotpOf(string userName) =>
        demo.GetProperty("staff").EnumerateArray().Single(s => s.GetProperty("username").GetString() == userName).GetProperty("totp").GetString();

    /// <summary>The six digits of the latest message to a number or address; in Development messages are lines of a file.</summary>
    public string CodeTo(string address)
    {
        var texts = File.ReadLines(Path.Combine(data, "outbox.jsonl")).Select(l => JsonDocument.Parse(l).RootElement).Where(m => m.GetProperty("to").GetString() == address).Select(m => m.GetProperty("text").GetString()!);
        return CodePattern().Match(texts.Last()).Value;
    }

    public async Task InitializeAsync()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "MppDigital.sln"))) folder = folder.Parent;
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        var program = Path.Combine(folder.FullName, "src", "MppDigital.Web", "bin", configuration, "net10.0", "MppDigital.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Port}";
        start.Environment["Platform__DataDirectory"] = data;
        clock.GiveTo(start);
        process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync();
        await ReadyAsync(process.StandardOutput).WaitAsync(StartLimit);
        demo = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(data, "demo.json"))).RootElement;
    }

    public async Task DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        clock.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private static async Task ReadyAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (!line.Contains("MPP Digital siap", StringComparison.Ordinal)) continue;
            // Read on, or the program would stop at a full pipe.
            _ = output.ReadToEndAsync();
            return;
        }

        throw new InvalidOperationException("The program ended before it was ready.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex CodePattern();
}
