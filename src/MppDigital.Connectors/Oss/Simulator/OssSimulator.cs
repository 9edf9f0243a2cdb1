using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MppDigital.Connectors.Handoffs;
using MppDigital.Connectors.Simulation;
using MppDigital.Platform.Identification;

namespace MppDigital.Connectors.Oss.Simulator;

/// <summary>
/// OSS on a loopback port: the synthetic self-employed (serial 9997) own a small shop each. <c>POST /simulator/decide</c> with
/// <c>{"application": "…", "status": "granted"}</c> stands for whoever works there; it then tells whoever passed the file on, if that caller
/// has an agreement to sign with.
/// </summary>
public sealed class OssSimulator : ISimulator
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, SimulatedFile> files = new();
    private readonly SimulatedCallbacks callbacks = new();
    private readonly TimeProvider clock;
    private SimulatorApp app = null!;

    private OssSimulator(TimeProvider clock) => this.clock = clock;

    public Uri Address => app.Address;

    private DateTimeOffset Now => clock.GetUtcNow() + (app.Fault == SimulatorFault.ClockSkew ? Skew : TimeSpan.Zero);

    /// <param name="port">0 takes a free one.</param>
    public static async Task<OssSimulator> StartAsync(int port, TimeProvider clock, CancellationToken ct)
    {
        var simulator = new OssSimulator(clock);
        simulator.app = await SimulatorApp.StartAsync(
            port,
            (_, routes) =>
            {
                routes.MapPost("/" + OssPaths.OfPerson, simulator.TellBusinessesAsync);
                routes.MapPost("/" + OssPaths.OfNumber, simulator.FindBusinessAsync);
                routes.MapPost("/" + OssPaths.HandOver, simulator.TakeAsync);
                routes.MapPost("/" + OssPaths.Status, simulator.TellFileAsync);
                routes.MapPost("/simulator/decide", simulator.DecideAsync);
            },
            ct);
        return simulator;
    }

    public async ValueTask DisposeAsync()
    {
        callbacks.Dispose();
        await app.DisposeAsync();
    }

    private async Task TellBusinessesAsync(HttpContext http)
    {
        var nik = app.PersonToAnswer((await SimulatorApp.ReadAsync<OssPersonQuestion>(http))?.Nik);
        var person = nik is null ? null : SyntheticPeople.Find(nik, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        OssBusinessRecord[] found = app.Fault == SimulatorFault.WrongData && person is not null || person?.Occupation == "Wiraswasta" ? [RecordOf(person)] : [];
        await http.Response.WriteAsJsonAsync(new OssBusinesses(found), http.RequestAborted);
    }

    /// <summary>It cannot tell the owner from the number, so it knows no number; with the fault it tells of another one.</summary>
    private async Task FindBusinessAsync(HttpContext http)
    {
        await SimulatorApp.ReadAsync<OssNumberQuestion>(http);
        OssBusinessRecord[] found = app.Fault == SimulatorFault.WrongData ? [RecordOf(SyntheticPeople.Find(SyntheticPeople.NikOf("1375", 7), new DateOnly(2026, 1, 1))!)] : [];
        await http.Response.WriteAsJsonAsync(new OssBusinesses(found), http.RequestAborted);
    }

    private async Task TakeAsync(HttpContext http)
    {
        if (await SimulatorApp.ReadAsync<OssHandover>(http) is not { } order || http.Request.Headers["Idempotency-Key"] != order.Application)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var file = files.GetOrAdd(order.Application, number => new SimulatedFile(number, order.Callback, SimulatorApp.SecretOf(http), $"OSS-{Guid.NewGuid():N}", Now));
        await http.Response.WriteAsJsonAsync(View(file), http.RequestAborted);
    }

    private async Task TellFileAsync(HttpContext http)
    {
        var asked = await SimulatorApp.ReadAsync<OssStatusQuestion>(http);
        var told = asked is not null && files.TryGetValue(asked.Application, out var file) ? View(file) : new OssFile(asked?.Application, null, "unknown", null, null);
        await http.Response.WriteAsJsonAsync(told, http.RequestAborted);
    }

    private OssFile View(SimulatedFile file) => new(app.Fault == SimulatorFault.WrongData ? file.Application + "0" : file.Application, file.Reference, file.Status, file.At, file.Nib);

    private async Task DecideAsync(HttpContext http)
    {
        if (await SimulatorApp.ReadAsync<Decision>(http) is not { Application: { } number, Status: { } status } || !files.TryGetValue(number, out var file) || OutsideWords.StatusOf(status) is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var before = View(file);
        file.Decide(status, Now, status == "granted" ? NibOf(number) : null);
        var after = View(file);
        IEnumerable<OssFile> news = app.Fault switch
        {
            SimulatorFault.Duplicate => [after, after],
            SimulatorFault.OutOfOrder => [after, before],
            _ => [after],
        };
        // Whoever has no agreement asks.
        foreach (var told in file.Secret is null ? [] : news)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["application"] = told.Application, ["reference"] = told.Reference, ["status"] = told.Status, ["at"] = told.At, ["nib"] = told.Nib });
            await callbacks.SendAsync(file.Callback, file.Secret!, body, Now, http.RequestAborted);
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static OssBusinessRecord RecordOf(SyntheticPerson person) => new(
        NibOf(person.Nik), person.Nik, $"UD {person.Name.Split(' ')[^1]}", person.Nik, OssWords.Active, [new OssActivityRecord("47112", "low", true), new OssActivityRecord("56102", "medium-low", true)]);

    /// <summary>Follows from what it is for, so that a restarted simulator gives the same.</summary>
    private static string NibOf(string seed) => (BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes("nib" + seed))) % 10_000_000_000_000).ToString("0000000000000", CultureInfo.InvariantCulture);

    private sealed record Decision(string? Application, string? Status);
}
