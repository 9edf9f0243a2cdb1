using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MppDigital.Connectors.Simulation;

namespace MppDigital.Connectors.Lapor.Simulator;

/// <summary>
/// The national complaint channel on a loopback port. Each time it is asked, a complaint is one step further: received, verified, forwarded,
/// answered.
/// </summary>
public sealed class LaporSimulator : ISimulator
{
    private static readonly string[] Steps = ["received", "verified", "forwarded", "answered"];

    private readonly ConcurrentDictionary<string, (LaporAnswer Told, int Asked)> complaints = new();
    private readonly SimulatedDispositions dispositions = new();
    private SimulatorApp app = null!;

    private LaporSimulator()
    {
    }

    public Uri Address => app.Address;

    /// <param name="port">0 takes a free one.</param>
    public static async Task<LaporSimulator> StartAsync(int port, TimeProvider clock, CancellationToken ct)
    {
        var simulator = new LaporSimulator();
        simulator.app = await SimulatorApp.StartAsync(
            port,
            (_, routes) =>
            {
                routes.MapPost("/" + LaporPaths.Complaints, http => simulator.TakeAsync(http, clock));
                routes.MapPost("/" + LaporPaths.Status, simulator.TellAsync);
                simulator.dispositions.Map(routes, clock, () => simulator.app.Fault == SimulatorFault.WrongData);
            },
            ct);
        return simulator;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http, TimeProvider clock)
    {
        if (await SimulatorApp.ReadAsync<LaporComplaint>(http) is not { } order || http.Request.Headers["Idempotency-Key"] != order.Number)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var known = complaints.Values.FirstOrDefault(c => c.Told.Number == order.Number).Told;
        if (known is null)
        {
            known = new LaporAnswer(order.Number, (7_000_000 + complaints.Count).ToString(System.Globalization.CultureInfo.InvariantCulture), Steps[0], clock.GetUtcNow());
            complaints[known.Reference!] = (known, 0);
        }

        await http.Response.WriteAsJsonAsync(app.Fault == SimulatorFault.WrongData ? known with { Number = known.Number + "0" } : known, http.RequestAborted);
    }

    private async Task TellAsync(HttpContext http)
    {
        var reference = (await SimulatorApp.ReadAsync<LaporStatusQuestion>(http))?.Reference ?? "";
        if (dispositions.Find(reference) is { } given)
        {
            await http.Response.WriteAsJsonAsync(given, http.RequestAborted);
            return;
        }

        if (!complaints.TryGetValue(reference, out var found))
        {
            await http.Response.WriteAsJsonAsync(new LaporAnswer(null, app.Fault == SimulatorFault.WrongData ? reference + "0" : reference, "unknown", null), http.RequestAborted);
            return;
        }

        var step = Math.Min(found.Asked + 1, Steps.Length - 1);
        complaints[reference] = found with { Asked = step };
        var told = found.Told with { Status = Steps[step] };
        await http.Response.WriteAsJsonAsync(app.Fault == SimulatorFault.WrongData ? told with { Reference = reference + "0" } : told, http.RequestAborted);
    }
}
