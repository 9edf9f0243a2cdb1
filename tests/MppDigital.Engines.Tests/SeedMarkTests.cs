using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MppDigital.National;
using MppDigital.National.Seeding;
using MppDigital.Platform;
using MppDigital.Platform.Persistence;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Engines.Tests;

[Collection(EnginesShareServers.Name)]
public sealed class SeedMarkTests(Deployments deployments) : IDisposable
{
    private readonly TempDirectory copy = new();

    [Fact]
    public async Task Knows_a_seed_that_it_imported_and_reads_one_that_changed()
    {
        var deployment = await deployments.On("Sqlite");
        await using var process = deployment.NewProcess();
        CopySeed(process.GetRequiredService<IOptions<PlatformOptions>>().Value.SeedDirectory);

        // The same files elsewhere are the same seed.
        Assert.True(await IsImportedAsync(deployment));

        var services = Path.Combine(copy.Path, "services");
        var nurse = Directory.GetFiles(services, "*.json").Order().First();
        await File.AppendAllTextAsync(nurse, "}");
        Assert.False(await IsImportedAsync(deployment));
        await Assert.ThrowsAsync<SeedException>(() => deployment.ProvisionAsync(SeedFromCopy));

        // Another file name alone is another seed, too.
        File.Delete(nurse);
        Assert.False(await IsImportedAsync(deployment));
    }

    [Fact]
    public async Task Reads_the_seed_where_the_database_was_made_anew()
    {
        var deployment = await deployments.On("Sqlite");
        await deployment.Engine.DropAsync(Databases.National, CancellationToken.None);
        await using (var process = deployment.NewProcess()) Assert.False(await process.GetRequiredService<SeedMark>().IsImportedAsync(CancellationToken.None));

        await deployment.ProvisionAsync();

        await using var next = deployment.NewProcess();
        Assert.True(await next.GetRequiredService<SeedMark>().IsImportedAsync(CancellationToken.None));
        await using var national = await next.GetRequiredService<IDbContextFactory<NationalDbContext>>().CreateDbContextAsync();
        Assert.Equal(514, await national.Regencies.CountAsync());
    }

    public void Dispose() => copy.Dispose();

    private async Task<bool> IsImportedAsync(Deployment deployment)
    {
        await using var process = deployment.NewProcess(SeedFromCopy);
        return await process.GetRequiredService<SeedMark>().IsImportedAsync(CancellationToken.None);
    }

    private void SeedFromCopy(IServiceCollection services) => services.Configure<PlatformOptions>(o => o.SeedDirectory = copy.Path);

    private void CopySeed(string original)
    {
        foreach (var file in Directory.GetFiles(original, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Path, Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
