using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.Simulation;

/// <summary>The web server under every simulator: real HTTP on a loopback port, with faults that are switched from outside while it runs.</summary>
internal sealed class SimulatorApp : IAsyncDisposable
{
    private static readonly TimeSpan SlowAnswer = TimeSpan.FromSeconds(2.5);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) } };

    private readonly WebApplication app;
    private volatile SimulatorFault fault;
    private int calls;

    private SimulatorApp(WebApplication app) => this.app = app;

    /// <summary>Known once it listens; kept after it has stopped.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The person to answer about: the one asked for, or with the wrong-data fault somebody else.</summary>
    public string? PersonToAnswer(string? asked)
    {
        if (fault != SimulatorFault.WrongData) return asked;
        return SyntheticPeople.NikOf("1375", asked == SyntheticPeople.NikOf("1375", 0) ? 1 : 0);
    }

    public SimulatorFault Fault => fault;

    public RegencyCode RegencyToAnswer(RegencyCode asked) => fault == SimulatorFault.WrongData ? RegencyCode.Parse("00.00") : asked;

    /// <summary>Null when the question cannot be read.</summary>
    public static async Task<T?> ReadAsync<T>(HttpContext http) where T : class
    {
        try
        {
            return await http.Request.ReadFromJsonAsync<T>(Json, http.RequestAborted);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Of the agreement under which a call was made (RFC 7617); null where it carries none.</summary>
    public static string? SecretOf(HttpContext http) =>
        AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var given) && given is { Scheme: "Basic", Parameter: { } both }
            && Encoding.UTF8.GetString(Convert.FromBase64String(both)).Split(':', 2) is [_, var secret] ? secret : null;

    /// <param name="port">0 takes a free one.</param>
    public static async Task<SimulatorApp> StartAsync(int port, Action<SimulatorApp, IEndpointRouteBuilder> map, CancellationToken ct)
    {
        // The empty builder reads no configuration: a simulator must not take over the addresses or certificates of the program that hosts it.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddRoutingCore().Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));

        var simulator = new SimulatorApp(builder.Build());
        simulator.app.Use(simulator.BehaveAsync);
        simulator.app.MapPut("/simulator/fault", simulator.SwitchAsync);
        simulator.app.MapGet("/simulator/calls", simulator.CountAsync);
        map(simulator, simulator.app);
        await simulator.app.StartAsync(ct);
        simulator.Address = new Uri(simulator.app.Urls.Single() + "/");
        return simulator;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task BehaveAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.StartsWithSegments("/simulator"))
        {
            Interlocked.Increment(ref calls);
            if (fault is SimulatorFault.NoAnswer or SimulatorFault.Slow && !await WaitAsync(http)) return;
            if (fault is SimulatorFault.ServerError or SimulatorFault.Unauthorized)
            {
                http.Response.StatusCode = fault == SimulatorFault.ServerError ? StatusCodes.Status500InternalServerError : StatusCodes.Status401Unauthorized;
                return;
            }
        }

        await next(http);
    }

    private async Task<bool> WaitAsync(HttpContext http)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, app.Lifetime.ApplicationStopping);
        try
        {
            await Task.Delay(fault == SimulatorFault.Slow ? SlowAnswer : Timeout.InfiniteTimeSpan, over.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            http.Abort();
            return false;
        }
    }

    private async Task SwitchAsync(HttpContext http)
    {
        if (await ReadAsync<FaultSwitch>(http) is { } wanted)
        {
            fault = wanted.Fault;
            Interlocked.Exchange(ref calls, 0);
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await http.Response.WriteAsync("""Expected {"fault": "answer" | "no-answer" | "slow" | "500" | "401" | "wrong-data" | "duplicate" | "out-of-order" | "clock-skew"}""", http.RequestAborted);
    }

    private Task CountAsync(HttpContext http) => http.Response.WriteAsJsonAsync(new { calls = Volatile.Read(ref calls) }, http.RequestAborted);

    private sealed record FaultSwitch([property: JsonRequired] SimulatorFault Fault);
}
