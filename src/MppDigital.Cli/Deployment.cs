using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MppDigital.Connectors.Messages;
using MppDigital.Login;
using MppDigital.National;
using MppDigital.National.Snapshots;
using MppDigital.Platform;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.PostgreSql;
using MppDigital.Regencies;
using MppDigital.Regencies.Persistence;
using MppDigital.Sqlite;
using MppDigital.SqlServer;

namespace MppDigital.Cli;

/// <summary>The deployment that the environment describes, with the same modules and settings as the web program.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    private readonly ServiceProvider provider;
    private readonly AsyncServiceScope scope;

    private Deployment(ServiceProvider provider)
    {
        this.provider = provider;
        scope = provider.CreateAsyncScope();
    }

    /// <exception cref="OptionsValidationException">A setting is wrong; the message is for the operator.</exception>
    public static Deployment Open(Terminal terminal)
    {
        var configuration = terminal.Configuration;
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddSingleton(terminal.Clock);
        services.AddLogging(logs => logs.AddSimpleConsole().AddFilter(level => level >= LogLevel.Error));
        services.AddOptions<PlatformOptions>().BindConfiguration("Platform").PostConfigure(ProjectFolders.FillDefaults)
            // The same as the web program's when nothing is set.
            .PostConfigure(o => o.PublicOrigin = o.PublicOrigin.Length == 0 ? $"http://{o.RootDomain}:5080" : o.PublicOrigin.TrimEnd('/'));
        services.AddOptions<ServerOptions>().BindConfiguration("Database");
        services.AddOptions<DemoOptions>().Configure(o => o.Enabled = configuration["ENVIRONMENT"] == "Development").BindConfiguration("Demo");
        AddEngine(services, configuration["Database:Provider"]);
        services.AddPlatform();
        services.AddNational();
        services.AddLogin();
        services.AddSingleton<IMessageSender, NothingIsSent>();
        services.AddRegencies();
        return new Deployment(services.BuildServiceProvider(validateScopes: true));
    }

    public PlatformOptions Platform => Get<IOptions<PlatformOptions>>().Value;

    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>Null when there is no registry yet: nothing was provisioned.</summary>
    public async Task<ITenantDirectory?> ReadRegistryAsync(CancellationToken ct)
    {
        if (!(await Get<IDatabaseEngine>().ListAsync(ct)).Contains(Databases.National)) return null;
        await Get<NationalSnapshots>().RefreshAsync(ct);
        return Get<ITenantDirectory>();
    }

    /// <summary>National, login and jobs.</summary>
    public async Task<IReadOnlyList<DatabaseState>> CentralStatesAsync(IReadOnlySet<string> existing, CancellationToken ct)
    {
        await using var national = await Get<IDbContextFactory<NationalDbContext>>().CreateDbContextAsync(ct);
        await using var login = await Get<IDbContextFactory<LoginDbContext>>().CreateDbContextAsync(ct);
        return
        [
            await DatabaseState.OfAsync(Databases.National, existing, () => Task.FromResult<DbContext>(national), ct),
            await DatabaseState.OfAsync(Databases.Login, existing, () => Task.FromResult<DbContext>(login), ct),
            new DatabaseState(Databases.Jobs, existing.Contains(Databases.Jobs) ? DatabaseState.Sound : DatabaseState.Missing),
        ];
    }

    /// <summary>Opened as a request would open it, so that a swapped database and a foreign key are found too.</summary>
    public Task<DatabaseState> StateOfAsync(Regency regency, IReadOnlySet<string> existing, CancellationToken ct) =>
        DatabaseState.OfAsync(regency.Database, existing, async () => new RegencyDbContext(await Get<RegencyDatabases>().OpenAsync(regency, ct)), ct);

    /// <param name="given">Code with or without dot, or label of the subdomain.</param>
    public static Regency? Find(ITenantDirectory registry, string given) => RegencyCode.TryParse(given, out var code) ? registry.Find(code) : registry.FindBySlug(given);

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await provider.DisposeAsync();
    }

    /// <summary>Commands hand what they make to the operator; a gateway is the web program's.</summary>
    private sealed class NothingIsSent : IMessageSender
    {
        public bool CanDeliver => false;

        public Task<bool> SendAsync(OutgoingMessage message, CancellationToken ct) => Task.FromResult(false);
    }

    private static void AddEngine(IServiceCollection services, string? name) => _ = name switch
    {
        null or "" or "Sqlite" => services.AddSqliteEngine(),
        "PostgreSql" => services.AddPostgreSqlEngine(),
        "SqlServer" => services.AddSqlServerEngine(),
        _ => throw new OptionsValidationException("Database", typeof(ServerOptions), [$"Database:Provider: expected Sqlite, PostgreSql or SqlServer, not '{name}'."]),
    };
}
