using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.National;
using MppDigital.Platform.Persistence;
using MppDigital.Regencies.Applications;
using MppDigital.Testing.Databases;

namespace MppDigital.Engines.Tests;

[Collection(EnginesShareServers.Name)]
public sealed class FailureTests(Deployments deployments)
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Tells_a_value_that_is_there_already(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var process = deployment.NewProcess();
        var name = $"double-{Guid.NewGuid():N}"[..20];

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => process.InAsync(deployment.Regencies[0], async db =>
        {
            db.NumberSeries.Add(new NumberSeries { Name = name, Value = 1 });
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            db.NumberSeries.Add(new NumberSeries { Name = name, Value = 2 });
            return await db.SaveChangesAsync();
        }));

        Assert.True(deployment.Engine.IsDuplicate(refused));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Tells_a_reference_to_nothing(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var process = deployment.NewProcess();

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => process.InAsync(deployment.Regencies[0], db =>
        {
            db.NameTokens.Add(new NameToken { ApplicationId = Guid.CreateVersion7(), Token = "x" });
            return db.SaveChangesAsync();
        }));

        Assert.Equal(DatabaseFailure.Reference, deployment.Engine.Classify((DbException)refused.InnerException!));
        Assert.False(deployment.Engine.IsDuplicate(refused));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Tells_a_value_that_is_missing(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var process = deployment.NewProcess();

        var refused = await Assert.ThrowsAnyAsync<DbException>(() => process.InAsync(deployment.Regencies[0], db =>
            db.Database.ExecuteSqlRawAsync("""UPDATE audit_head SET "Hash" = NULL""")));

        Assert.Equal(DatabaseFailure.Required, deployment.Engine.Classify(refused));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Tells_a_database_that_does_not_exist(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var process = deployment.NewProcess();
        var options = new DbContextOptionsBuilder<NationalDbContext>();
        deployment.Engine.Configure(options, "mpp_nowhere");
        await using var db = new NationalDbContext(options.Options);

        var refused = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.OpenConnectionAsync());

        Assert.Equal(DatabaseFailure.Unreachable, deployment.Engine.Classify(refused));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Refuses_the_second_of_two_who_changed_the_same_version(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var process = deployment.NewProcess();
        var contexts = process.GetRequiredService<IDbContextFactory<NationalDbContext>>();
        await using var first = await contexts.CreateDbContextAsync();
        await using var second = await contexts.CreateDbContextAsync();
        var (mine, theirs) = (await first.Regencies.SingleAsync(r => r.Code == "13.75"), await second.Regencies.SingleAsync(r => r.Code == "13.75"));
        var before = mine.Version;

        mine.RolloutChanged(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await first.SaveChangesAsync();
        theirs.RolloutChanged(new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
        await using var fresh = await contexts.CreateDbContextAsync();
        var stored = await fresh.Regencies.AsNoTracking().SingleAsync(r => r.Code == "13.75");
        Assert.Equal(before + 1, stored.Version);
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), stored.RolloutChangedAt);
    }
}
