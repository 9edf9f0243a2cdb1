using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MppDigital.Connectors.Simulation;

namespace MppDigital.Connectors.Lapor.Simulator;

/// <summary>
/// What the channel gives to regencies: one complaint about a counter to Bukittinggi, told at each question whether or not it was taken, as a channel
/// that lost our receipt would.
/// </summary>
internal sealed class SimulatedDispositions
{
    private const string Home = "13.75";

    private readonly ConcurrentDictionary<string, LaporDisposition> given = new();
    private readonly ConcurrentDictionary<string, LaporAnswer> states = new();
    private readonly ConcurrentDictionary<string, LaporAnswer> told = new();

    /// <returns>Null for what was not given here.</returns>
    public LaporAnswer? Find(string reference) => states.GetValueOrDefault(reference);

    public void Map(IEndpointRouteBuilder routes, TimeProvider clock, Func<bool> isWrong)
    {
        routes.MapPost("/" + LaporPaths.Given, async (HttpContext http) =>
        {
            var regency = (await SimulatorApp.ReadAsync<LaporGivenQuestion>(http))?.Regency ?? "";
            if (regency == Home) Give(clock.GetUtcNow());
            await http.Response.WriteAsJsonAsync(new LaporGiven(isWrong() ? regency + "0" : regency, regency == Home ? [.. given.Values] : []), http.RequestAborted);
        });
        routes.MapPost("/" + LaporPaths.Taken, async (HttpContext http) => await OnceAsync(http, (await SimulatorApp.ReadAsync<LaporTaken>(http))?.Reference, "forwarded", clock, isWrong));
        routes.MapPost("/" + LaporPaths.Answers, async (HttpContext http) => await OnceAsync(http, (await SimulatorApp.ReadAsync<LaporReply>(http))?.Reference, "answered", clock, isWrong));
    }

    private void Give(DateTimeOffset now)
    {
        var first = given.GetOrAdd("L-8000001", reference => new LaporDisposition(reference, "pengaduan", "", "Nomor antrean habis sebelum pukul sembilan", "Saya datang pukul 08.45 dan nomor antrean KTP hari itu sudah habis.", now));
        states.TryAdd(first.Reference!, new LaporAnswer(null, first.Reference, "received", first.At));
    }

    private async Task OnceAsync(HttpContext http, string? reference, string status, TimeProvider clock, Func<bool> isWrong)
    {
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (reference is null || key.Length == 0 || !states.ContainsKey(reference))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var answer = told.GetOrAdd(key, _ => states[reference] = new LaporAnswer(null, reference, status, clock.GetUtcNow()));
        await http.Response.WriteAsJsonAsync(isWrong() ? answer with { Reference = reference + "0" } : answer, http.RequestAborted);
    }
}
