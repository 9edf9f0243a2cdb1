using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MppDigital.Connectors;
using MppDigital.Login;
using MppDigital.National;
using MppDigital.National.Registry;
using MppDigital.Platform;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.PostgreSql;
using MppDigital.Regencies;
using MppDigital.Sqlite;
using MppDigital.SqlServer;
using Quartz;

namespace MppDigital.Testing.Databases;

/// <summary>Five regencies in three time zones on one engine. On a server its databases have the product's own names: one deployment at a time.</summary>
public sealed class Deployment : IAsyncDisposable
{
    private readonly TempDirectory data = new();
    private readonly RegistryDirectory directory = new();

    public Deployment(string engine)
    {
        Engine = engine switch
        {
            "Sqlite" => SqliteServices.NewEngine(new PlatformOptions { DataDirectory = data.Path }),
            "PostgreSql" => PostgreSqlServices.NewEngine(new ServerOptions { Provider = engine, Server = TestServers.PostgreSql! }),
            "SqlServer" => SqlServerServices.NewEngine(new ServerOptions { Provider = engine, Server = TestServers.SqlServer! }),
            _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "No such engine."),
        };
        Regencies = [.. new[] { "13.71", "13.75", "31.74", "73.71", "91.71" }.Select(code => SeedData.Directory.Find(RegencyCode.Parse(code))!)];
        directory.Replace(new RegistrySnapshot(Regencies, "mpp.test"));
    }

    public IDatabaseEngine Engine { get; }

    public IReadOnlyList<Regency> Regencies { get; }

    /// <summary>Everything of one process of this deployment except web pages; caches and pools of options are its own.</summary>
    public ServiceProvider NewProcess(Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        // As a deployment that signs with its own authority on purpose.
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Signature:Mode"] = "Platform", ["Signature:AllowPlatformAuthority"] = "true" }).Build();
        services.AddSingleton<IConfiguration>(configuration);
        services.Configure<PlatformOptions>(o =>
        {
            o.DataDirectory = data.Path;
            o.RootDomain = "mpp.test";
            o.PublicOrigin = "http://mpp.test";
            ProjectFolders.FillDefaults(o);
        });
        services.AddSingleton(Engine);
        services.AddPlatform();
        services.AddNational();
        services.AddConnectors(configuration, Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Production" }).Environment);
        services.AddLogin();
        services.AddRegencies();
        services.AddSingleton<ITenantDirectory>(directory);
        services.AddQuartz(quartz => quartz.UsePersistentStore(store => Engine.ConfigureJobs(store, mayCreateTables: false)));
        more?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public async Task<ProvisionReport> ProvisionAsync(Action<IServiceCollection>? more = null)
    {
        await using var process = NewProcess(more);
        await using var scope = process.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<IUseCase<ProvisionDatabases, ProvisionReport>>().HandleAsync(new ProvisionDatabases(), CancellationToken.None);
        return outcome.Value!;
    }

    public async Task DropAllAsync()
    {
        foreach (var database in await Engine.ListAsync(CancellationToken.None)) await Engine.DropAsync(database, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await DropAllAsync();
        data.Dispose();
    }
}
