using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MppDigital.National.Snapshots;
using MppDigital.Platform;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Seeding;

/// <summary>The national database and what the seed brings into it.</summary>
internal sealed class ProvisionNational(
    IDbContextFactory<NationalDbContext> contexts, IDatabaseEngine engine, IServiceScopeFactory scopes, NationalSnapshots snapshots, SeedMark mark, IServiceProvider services, IOptions<DemoOptions> demo) : IRegistryStep
{
    public async Task<IReadOnlyList<ProvisionedDatabase>> RunAsync(ProvisionDatabases order, CancellationToken ct)
    {
        // Read here and not with the constructor: a fault of the seed must stop this step, not the building of the list of steps.
        var seed = await mark.IsImportedAsync(ct) ? null : services.GetRequiredService<Seed>();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var database = await SchemaUpdate.EnsureAsync(engine, Databases.National, db, ct);
        if (seed is not null)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IUseCase<ImportSeed, SeedImport>>().HandleAsync(new ImportSeed(seed, demo.Value.Enabled), ct);
            await mark.SetAsync(db, ct);
        }

        await ReadRegistryAsync(ct);
        return [database];
    }

    public async Task<string?> FindGapAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await SchemaUpdate.FindGapAsync(engine, Databases.National, db, ct);
    }

    public Task ReadRegistryAsync(CancellationToken ct) => snapshots.RefreshAsync(ct);
}
