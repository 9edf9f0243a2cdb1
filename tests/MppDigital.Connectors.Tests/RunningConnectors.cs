using System.Net.Http.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MppDigital.Connectors.Calls;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;
using MppDigital.Testing;

namespace MppDigital.Connectors.Tests;

/// <summary>The connectors as the program starts them in Development, with quick time limits so that faults do not make tests slow.</summary>
internal sealed class RunningConnectors : IAsyncDisposable
{
    private readonly IHost host;
    private readonly IServiceScope scope;

    private RunningConnectors(IHost host) => (this.host, scope) = (host, host.Services.CreateScope());

    public FakeClock Clock => (FakeClock)host.Services.GetRequiredService<TimeProvider>();

    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>A scope of its own, as each request has; the test disposes it with the host.</summary>
    public T GetFor<T>(Regency regency) where T : notnull
    {
        var own = host.Services.CreateScope();
        own.ServiceProvider.GetRequiredService<CurrentRegency>().Enter(regency);
        return own.ServiceProvider.GetRequiredService<T>();
    }

    public static async Task<RunningConnectors> StartAsync(
        Dictionary<string, string?>? settings = null, string environment = "Development", ILoggerProvider? logs = null, Action<IServiceCollection>? change = null)
    {
        var running = new RunningConnectors(Build(settings, environment, logs, change));
        await running.host.StartAsync();
        return running;
    }

    public static IHost Build(Dictionary<string, string?>? settings, string environment, ILoggerProvider? logs = null, Action<IServiceCollection>? change = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        foreach (var name in (string[])["Dukcapil", "DukcapilProducts", "SatuSehat", "Qris", "Oss", "Lapor", "Splp", "Messages"])
        {
            builder.Configuration[$"Connectors:{name}:TryTimeout"] = "00:00:00.800";
            builder.Configuration[$"Connectors:{name}:TotalTimeout"] = "00:00:03";
            builder.Configuration[$"Connectors:{name}:RetryDelay"] = "00:00:00.010";
            builder.Configuration[$"Connectors:{name}:BreakAfter"] = "1000";
        }

        builder.Configuration.AddInMemoryCollection(settings ?? []);
        if (logs is not null) builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        builder.Services.Configure<PlatformOptions>(builder.Configuration.GetSection("Platform"));
        builder.Services.AddSingleton<TimeProvider>(new FakeClock());
        builder.Services.AddConnectors(builder.Configuration, builder.Environment);
        builder.Services.AddScoped<CurrentRegency>();
        change?.Invoke(builder.Services);
        return builder.Build();
    }

    public async Task SwitchAsync(string connector, string fault)
    {
        using var client = new HttpClient { BaseAddress = await AddressOfAsync(connector) };
        using var response = await client.PutAsJsonAsync("simulator/fault", new { fault });
        response.EnsureSuccessStatusCode();
    }

    public async Task<int> CallsAsync(string connector)
    {
        using var client = new HttpClient { BaseAddress = await AddressOfAsync(connector) };
        return (await client.GetFromJsonAsync<Dictionary<string, int>>("simulator/calls"))!["calls"];
    }

    public async Task<Uri> AddressOfAsync(string connector) => (await host.Services.GetRequiredService<ConnectorAddresses>().FindAsync(connector))!;

    public Task StopAsync() => host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        scope.Dispose();
        host.Dispose();
    }
}
