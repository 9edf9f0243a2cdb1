using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using MppDigital.Testing;
using MppDigital.Web.Starting;

namespace MppDigital.Web.Tests.Http;

/// <summary>The real program with all 514 regencies on SQLite and its background work, started once for all tests that speak HTTP.</summary>
public sealed class RunningProgram : IAsyncLifetime
{
    public const string Name = "the running program";

    private readonly TempDirectory data = new();
    private readonly ConcurrentDictionary<string, MppClient> signedIn = new();
    private readonly Action<WebApplicationBuilder> change;
    private WebApplication? app;

    public RunningProgram()
        : this(_ => { })
    {
    }

    /// <param name="change">What is different from the program as it is, for example its clock.</param>
    internal RunningProgram(Action<WebApplicationBuilder> change) => this.change = change;

    public int Port { get; private set; }

    internal IServiceProvider Services => app!.Services;

    internal WebApplication App => app!;

    internal DemoPeople People { get; private set; } = null!;

    /// <summary>The whole file of the demo, for programs that read it themselves.</summary>
    internal JsonElement Demo => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(data["demo.json"]));

    internal KeptFailures Failures { get; } = new();

    public async Task InitializeAsync()
    {
        Port = FreePort();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Development",
            ApplicationName = typeof(Program).Assembly.GetName().Name,
            Args = ["--urls", $"http://127.0.0.1:{Port}", "--Platform:DataDirectory", data.Path, "--Limits:PerAddress", "Off", "--SignIn:StepUpMinutes", "120", "--Logging:LogLevel:Default", "Error"],
        });
        builder.Logging.ClearProviders().AddProvider(Failures);
        builder.AddMppDigital();
        change(builder);
        app = builder.Build();
        app.UseMppDigital();
        await StartUp.PrepareAsync(app, CancellationToken.None);
        await app.StartAsync();
        People = DemoPeople.Read(data["demo.json"]);
    }

    public async Task DisposeAsync()
    {
        foreach (var client in signedIn.Values) client.Dispose();
        await app!.DisposeAsync();
        data.Dispose();
    }

    /// <param name="label"><c>bukittinggi</c>, <c>pusat</c>, <c>login</c>; empty for the apex.</param>
    internal Uri OriginOf(string label) => new($"http://{(label.Length == 0 ? "" : label + ".")}mpp.localhost:{Port}");

    /// <summary>Somebody who is not signed in anywhere.</summary>
    internal MppClient Stranger() => new(this);

    /// <summary>One of the demo citizens of a regency; each test takes its own, so that none sees another's applications.</summary>
    internal Task<MppClient> CitizenAsync(int position, string host = "bukittinggi", string home = "bukittinggi")
    {
        var citizen = People.Citizens.Where(c => c.Regency == home).ElementAt(position);
        return SignedInAsync(citizen.Nik, host, "/api/v1/csrf", null);
    }

    internal Task<MppClient> StaffAsync(string userName, string host) =>
        SignedInAsync(userName, host, host == "pusat" ? "/" : "/petugas", People.Staff.Single(s => s.Username == userName).Totp);

    // One browser a person for the whole run: the login takes a code of an authenticator only once.
    private async Task<MppClient> SignedInAsync(string person, string host, string returnUrl, string? totp)
    {
        var client = signedIn.GetOrAdd(person, _ => new MppClient(this));
        await client.SignInAsync(host, person, People.Password, totp, returnUrl);
        return client;
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

[CollectionDefinition(RunningProgram.Name)]
public sealed class RunningProgramUsers : ICollectionFixture<RunningProgram>;
