using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.National;
using MppDigital.National.Seeding;
using MppDigital.National.Snapshots;
using MppDigital.Platform;
using MppDigital.Platform.Files;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Secrets;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Sqlite;
using MppDigital.Testing;

namespace MppDigital.Web.Tests.Ministry;

/// <summary>The national database as a first start fills it, on SQLite.</summary>
public sealed class SeededNation : IAsyncLifetime, IDisposable
{
    private readonly TempDirectory data = new();
    private readonly ServiceProvider services;

    public SeededNation() => services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(Clock)
        .Configure<PlatformOptions>(o => o.DataDirectory = data.Path)
        .AddSingleton(MasterKey.FromSetting(Convert.ToBase64String(new byte[32])))
        .AddSingleton<FieldCipherRing>()
        .AddSingleton<FileStore>()
        .AddSingleton<IRegencyScopes, NoRegencies>()
        .AddSqliteEngine()
        .AddNational()
        .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    public static string Folder { get; } = Find();

    public FakeClock Clock { get; } = new();

    public ITenantDirectory Directory => services.GetRequiredService<ITenantDirectory>();

    public async Task InitializeAsync()
    {
        await services.GetRequiredService<IDatabaseEngine>().CreateAsync(Databases.National, CancellationToken.None);
        await using (var db = services.GetRequiredService<IDbContextFactory<NationalDbContext>>().CreateDbContext()) await db.Database.MigrateAsync();
        await GetAsync<ImportSeed, SeedImport>(new ImportSeed(Seed.Read(Folder), Live: true));
        await services.GetRequiredService<NationalSnapshots>().RefreshAsync(CancellationToken.None);
    }

    /// <summary>The result of a use case that must succeed.</summary>
    public async Task<TResult> GetAsync<TInput, TResult>(TInput input)
    {
        await using var scope = services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<IUseCase<TInput, TResult>>().HandleAsync(input, CancellationToken.None);
        Assert.True(outcome.Succeeded, outcome.Problem?.Code);
        return outcome.Value;
    }

    public Task DisposeAsync() => services.GetRequiredService<IDatabaseEngine>().DropAsync(Databases.National, CancellationToken.None);

    public void Dispose()
    {
        services.Dispose();
        data.Dispose();
    }

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "MppDigital.sln"))) at = at.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return Path.Combine(at.FullName, "tenants-seed");
    }

    /// <summary>The nation by itself: nothing here may open a regency's database.</summary>
    private sealed class NoRegencies : IRegencyScopes
    {
        public AsyncServiceScope For(RegencyCode code) => throw new InvalidOperationException($"{code} is not there.");
    }
}
