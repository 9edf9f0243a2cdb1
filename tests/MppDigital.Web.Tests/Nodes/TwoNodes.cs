using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MppDigital.National.Snapshots;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Testing;
using MppDigital.Testing.Databases;
using MppDigital.Web.Starting;
using MppDigital.Web.Tests.Http;

namespace MppDigital.Web.Tests.Nodes;

/// <summary>
/// Two nodes of one deployment on PostgreSQL: the same addresses, the same databases, nothing else in common. Bukittinggi and Padang have
/// databases; the other 512 are not asked for. A caller meets whichever node the test names.
/// </summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private readonly TempDirectory data = new();
    private readonly int[] ports = [FreePort(), FreePort()];
    private readonly WebApplication?[] nodes = new WebApplication?[2];

    // No node listens here: it stands for the load balancer, whose addresses both serve.
    private readonly int publicPort = FreePort();

    internal ClockAhead Clock { get; } = new();

    internal DemoPeople People { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (TestServers.PostgreSql is null) return;
        var first = Build(0);
        await DropAllAsync(first);
        first.UseMppDigital();
        await using (var scope = first.Services.CreateAsyncScope())
        {
            var made = await scope.ServiceProvider.GetRequiredService<IUseCase<ProvisionDatabases, ProvisionReport>>()
                .HandleAsync(new ProvisionDatabases(new HashSet<string> { "13.75", "13.71" }), CancellationToken.None);
            Assert.Empty(made.Value!.Failed);
        }

        await ServeAsync(0, first);
        await StartAsync(1);
        People = DemoPeople.Read(data["demo.json"]);
    }

    /// <summary>Neither goodbye nor grace: open requests are cut, nothing is handed over.</summary>
    internal async Task KillAsync(int node)
    {
        await nodes[node]!.StopAsync(new CancellationToken(canceled: true));
        await nodes[node]!.DisposeAsync();
        nodes[node] = null;
    }

    internal async Task StartAsync(int node)
    {
        if (nodes[node] is not null) return;
        var app = Build(node);
        app.UseMppDigital();
        await ServeAsync(node, app);
    }

    internal Uri OriginOf(string label) => new($"http://{(label.Length == 0 ? "" : label + ".")}mpp.localhost:{publicPort}");

    internal AsyncServiceScope Enter(int node, string regency) => nodes[node]!.Services.GetRequiredService<IRegencyScopes>().For(RegencyCode.Parse(regency));

    /// <summary>Somebody's browser, each of whose requests goes to the node that is named at that moment.</summary>
    internal MppClient Open(Func<int> node) => new(OriginOf, () => ports[node()], keptOpen: TimeSpan.Zero);

    public async Task DisposeAsync()
    {
        if (nodes.OfType<WebApplication>().FirstOrDefault() is { } app) await DropAllAsync(app);
        foreach (var node in nodes.OfType<WebApplication>()) await node.DisposeAsync();
        data.Dispose();
    }

    private async Task ServeAsync(int node, WebApplication app)
    {
        await app.Services.GetRequiredService<NationalSnapshots>().RefreshAsync(CancellationToken.None);
        await using (var scope = app.Services.CreateAsyncScope()) await DemoStaffing.EnsureAccountsAsync(scope.ServiceProvider, CancellationToken.None);
        await app.StartAsync();
        nodes[node] = app;
    }

    private WebApplication Build(int node)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Development",
            ApplicationName = typeof(Program).Assembly.GetName().Name,
            Args =
            [
                "--urls", $"http://127.0.0.1:{ports[node]}", "--Platform:PublicOrigin", $"http://mpp.localhost:{publicPort}", "--Platform:DataDirectory", data.Path, "--Platform:Roles", "web,login",
                "--Database:Provider", "PostgreSql", "--Database:Server", TestServers.PostgreSql!, "--Limits:PerAddress", "Off", "--Logging:LogLevel:Default", "Error",
            ],
        });
        builder.Logging.ClearProviders();
        builder.AddMppDigital();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        return builder.Build();
    }

    private static async Task DropAllAsync(WebApplication app)
    {
        var engine = app.Services.GetRequiredService<IDatabaseEngine>();
        foreach (var database in await engine.ListAsync(CancellationToken.None)) await engine.DropAsync(database, CancellationToken.None);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The time of day, moved forward by hand; what waits for a while still waits for real.</summary>
    internal sealed class ClockAhead : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
