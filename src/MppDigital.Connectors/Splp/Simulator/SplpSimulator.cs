using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MppDigital.Connectors.Simulation;

namespace MppDigital.Connectors.Splp.Simulator;

/// <summary>A regency's own application behind the service bus, on a loopback port: takes notices and works on each file at once.</summary>
public sealed class SplpSimulator : ISimulator
{
    private readonly ConcurrentDictionary<string, SplpFile> files = new();
    private SimulatorApp app = null!;

    private SplpSimulator()
    {
    }

    public Uri Address => app.Address;

    /// <param name="port">0 takes a free one.</param>
    public static async Task<SplpSimulator> StartAsync(int port, TimeProvider clock, CancellationToken ct)
    {
        var simulator = new SplpSimulator();
        simulator.app = await SimulatorApp.StartAsync(
            port,
            (_, routes) =>
            {
                routes.MapPost("/" + SplpPaths.Notices, http => simulator.TakeAsync(http, clock));
                routes.MapPost("/" + SplpPaths.Status, simulator.TellAsync);
            },
            ct);
        return simulator;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http, TimeProvider clock)
    {
        if (await SimulatorApp.ReadAsync<SplpNotice>(http) is not { } notice)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var taken = files.GetOrAdd(notice.Application, number => new SplpFile(number, $"DAERAH-{Guid.NewGuid():N}", "received", clock.GetUtcNow()));
        if (notice.Status == SplpWords.Withdrawn) files[notice.Application] = taken = taken with { Status = "cancelled", At = clock.GetUtcNow() };
        await http.Response.WriteAsJsonAsync(View(taken), http.RequestAborted);
    }

    private async Task TellAsync(HttpContext http)
    {
        var number = (await SimulatorApp.ReadAsync<SplpStatusQuestion>(http))?.Application ?? "";
        var told = files.TryGetValue(number, out var file) ? file.Status == "received" ? file with { Status = "in-process" } : file : new SplpFile(number, null, SplpWords.Unknown, null);
        await http.Response.WriteAsJsonAsync(View(told), http.RequestAborted);
    }

    private SplpFile View(SplpFile file) => app.Fault == SimulatorFault.WrongData ? file with { Application = file.Application + "0" } : file;
}
