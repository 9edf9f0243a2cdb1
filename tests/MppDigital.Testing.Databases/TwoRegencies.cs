using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MppDigital.Connectors;
using MppDigital.National;
using MppDigital.National.Snapshots;
using MppDigital.Platform;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies;
using MppDigital.Sqlite;
using Xunit;

namespace MppDigital.Testing.Databases;

/// <summary>Bukittinggi and Padang with databases of their own on SQLite, the registers' simulators, and the clock in the test's hand. Nothing runs in the background.</summary>
public sealed class TwoRegencies : IAsyncLifetime
{
    public static readonly RegencyCode Bukittinggi = RegencyCode.Parse("13.75");

    public static readonly RegencyCode Padang = RegencyCode.Parse("13.71");

    private readonly TempDirectory data = new();
    private IHost? host;

    public FakeClock Clock { get; } = new();

    /// <summary>Where the databases are, for a second process that works on them.</summary>
    public string DataPath => data.Path;

    /// <summary>The composition itself, for a second process; it makes no database.</summary>
    public static IHost Build(string data, TimeProvider clock)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        // Tests that switch faults would open the circuit for those that come after.
        foreach (var connector in (string[])["Dukcapil", "Oss", "Qris"])
        {
            builder.Configuration[$"Connectors:{connector}:BreakAfter"] = "1000";
            // On a busy machine a simulator may be slow; only a fault may make it silent.
            builder.Configuration[$"Connectors:{connector}:PageWait"] = "00:00:04";
            builder.Configuration[$"Connectors:{connector}:PageWaitInDoubt"] = "00:00:02";
        }

        builder.Services
            .AddLogging()
            .AddSingleton(clock)
            .Configure<PlatformOptions>(o => (o.DataDirectory, o.SeedDirectory, o.PublicOrigin) = (data, Path.Combine(ProjectFolders.Root(), "tenants-seed"), "https://mpp.test"))
            .Configure<DemoOptions>(o => o.Enabled = true)
            .AddSqliteEngine()
            .AddPlatform()
            .AddNational()
            .AddRegencies()
            .AddConnectors(builder.Configuration, builder.Environment);
        return builder.Build();
    }

    /// <summary>What making the databases would have read on the way.</summary>
    public static async Task ReadRegistryAsync(IHost host)
    {
        foreach (var step in host.Services.GetServices<IProvisioningStep>().OfType<IRegistryStep>()) await step.ReadRegistryAsync(CancellationToken.None);
        await host.Services.GetRequiredService<NationalSnapshots>().RefreshAsync(CancellationToken.None);
    }

    public async Task InitializeAsync()
    {
        host = Build(data.Path, Clock);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var report = await scope.ServiceProvider.GetRequiredService<IUseCase<ProvisionDatabases, ProvisionReport>>()
                .HandleAsync(new ProvisionDatabases(new HashSet<string> { Bukittinggi.Value, Padang.Value }), CancellationToken.None);
            Assert.Empty(report.Value!.Failed);
        }

        await host.StartAsync();
    }

    public async Task<Outcome<TResult>> RunAsync<TInput, TResult>(RegencyCode regency, TInput input)
    {
        await using var scope = Enter(regency);
        return await scope.ServiceProvider.GetRequiredService<IUseCase<TInput, TResult>>().HandleAsync(input, CancellationToken.None);
    }

    /// <summary>The result of a use case that must succeed.</summary>
    public async Task<TResult> GetAsync<TInput, TResult>(RegencyCode regency, TInput input)
    {
        var outcome = await RunAsync<TInput, TResult>(regency, input);
        Assert.True(outcome.Succeeded, $"{outcome.Problem?.Code} {string.Join(' ', outcome.Problem?.Errors.Keys ?? [])}");
        return outcome.Value!;
    }

    /// <summary>One visit of a nightly walk.</summary>
    public async Task VisitAsync(RegencyCode regency, string task)
    {
        await using var scope = Enter(regency);
        await scope.ServiceProvider.GetServices<IRegencyTask>().Single(t => t.Kind == task).RunAsync(CancellationToken.None);
    }

    public AsyncServiceScope Enter(RegencyCode regency) => host!.Services.GetRequiredService<IRegencyScopes>().For(regency);

    public async Task DisposeAsync()
    {
        await host!.StopAsync();
        if (host is IAsyncDisposable services) await services.DisposeAsync();
        data.Dispose();
    }
}
