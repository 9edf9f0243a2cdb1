using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.National.Catalog;
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

namespace MppDigital.National.Tests;

/// <summary>A national database of one test on SQLite, filled from the seed, with the clock in the test's hand.</summary>
public sealed class NationalDatabase : IAsyncLifetime, IDisposable
{
    private readonly TempDirectory data = new();
    private readonly ServiceProvider services;
    private readonly IServiceScope nation;

    public NationalDatabase()
    {
        Clock = new FakeClock();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .Configure<PlatformOptions>(o => o.DataDirectory = data.Path)
            .AddSingleton(MasterKey.FromSetting(Convert.ToBase64String(new byte[32])))
            .AddSingleton<FieldCipherRing>()
            .AddSingleton<FileStore>()
            .AddSqliteEngine()
            .AddSingleton<IRegencyScopes, NoRegencies>()
            .AddNational()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        nation = services.CreateScope();
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static Seed Seed { get; } = Seed.Read(SeedFolder.Original);

    public FakeClock Clock { get; }

    public ITenantDirectory Directory => services.GetRequiredService<ITenantDirectory>();

    /// <summary>The nation's.</summary>
    public IServiceCatalog Catalog => nation.ServiceProvider.GetRequiredService<IServiceCatalog>();

    public NationalSnapshots Snapshots => services.GetRequiredService<NationalSnapshots>();

    public async Task InitializeAsync()
    {
        await services.GetRequiredService<IDatabaseEngine>().CreateAsync(Databases.National, CancellationToken.None);
        await using (var db = Open()) await db.Database.EnsureCreatedAsync();
        Assert.True((await RunAsync<ImportSeed, SeedImport>(new ImportSeed(Seed, Live: false))).Succeeded);
        await Snapshots.RefreshAsync(CancellationToken.None);
    }

    public async Task<Outcome<TResult>> RunAsync<TInput, TResult>(TInput input)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IUseCase<TInput, TResult>>().HandleAsync(input, CancellationToken.None);
    }

    /// <summary>The result of a use case that must succeed.</summary>
    public async Task<TResult> GetAsync<TInput, TResult>(TInput input)
    {
        var outcome = await RunAsync<TInput, TResult>(input);
        Assert.True(outcome.Succeeded, outcome.Problem?.Code);
        return outcome.Value;
    }

    internal NationalDbContext Open() => services.GetRequiredService<IDbContextFactory<NationalDbContext>>().CreateDbContext();

    public Task DisposeAsync() => services.GetRequiredService<IDatabaseEngine>().DropAsync(Databases.National, CancellationToken.None);

    public void Dispose()
    {
        nation.Dispose();
        services.Dispose();
        data.Dispose();
    }

    /// <summary>The nation by itself: nothing here may open a regency's database.</summary>
    private sealed class NoRegencies : IRegencyScopes
    {
        public AsyncServiceScope For(RegencyCode code) => throw new InvalidOperationException($"{code} is not there.");
    }
}
