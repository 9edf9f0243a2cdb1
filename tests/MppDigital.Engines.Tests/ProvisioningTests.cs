using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Login;
using MppDigital.National;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Provisioning;
using MppDigital.Testing.Databases;

namespace MppDigital.Engines.Tests;

[Collection(EnginesShareServers.Name)]
public sealed class ProvisioningTests(Deployments deployments)
{
    private static readonly string[] Central = [Databases.National, Databases.Login, Databases.Jobs];

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Makes_every_database_from_nothing_and_changes_nothing_the_second_time(string engine)
    {
        var deployment = await deployments.On(engine);
        await deployment.DropAllAsync();

        var first = await deployment.ProvisionAsync();
        var second = await deployment.ProvisionAsync();

        string[] expected = [.. Central, .. deployment.Regencies.Select(r => r.Database)];
        Assert.Equal(expected.Order(), first.Databases.Select(d => d.Database).Order());
        Assert.All(first.Databases, d => Assert.Equal("created", d.State));
        Assert.Equal(expected.Length, second.Databases.Count);
        Assert.All(second.Databases, d => Assert.Equal("current", d.State));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Makes_a_database_that_is_missing_again_and_only_that(string engine)
    {
        var deployment = await deployments.On(engine);
        var lost = deployment.Regencies[2];
        await deployment.Engine.DropAsync(lost.Database, CancellationToken.None);

        var report = await deployment.ProvisionAsync();

        Assert.Equal([(lost.Database, "created")], report.Databases.Where(d => d.State != "current").Select(d => (d.Database, d.State)));
        await using var process = deployment.NewProcess();
        Assert.Equal(lost.Code.Value, await CodeStoredForAsync(process, lost));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Seats_the_first_staff_in_a_new_regency_and_nowhere_else(string engine)
    {
        var deployment = await deployments.On(engine);
        var (fresh, old) = (deployment.Regencies[2], deployment.Regencies[3]);
        await deployment.Engine.DropAsync(fresh.Database, CancellationToken.None);
        FirstStaff staff = _ => Task.FromResult(new[] { fresh, old }.ToLookup(r => r.Code, r => new SeatedPerson($"sub-{r.Slug}", "Kepala", OfficerRole.Head, "")));

        await deployment.ProvisionAsync(services => services.AddSingleton(staff));

        await using var process = deployment.NewProcess();
        Assert.Equal([$"sub-{fresh.Slug}"], await StaffOfAsync(process, fresh));
        Assert.Empty(await StaffOfAsync(process, old));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Finishes_a_regency_whose_provisioning_was_cut_off_after_the_copy(string engine)
    {
        var deployment = await deployments.On(engine);
        var regency = deployment.Regencies[2];
        await using (var process = deployment.NewProcess())
        {
            await using var db = new RegencyDbContext(process.GetRequiredService<RegencyDatabases>().OptionsFor(regency.Database));
            await db.Identity.ExecuteDeleteAsync();
        }

        // Where a copy appears only when it is complete, an older program may have left one like this, without a mark.
        await deployment.Engine.MarkAsync(regency.Database, 0, CancellationToken.None);
        await deployment.Engine.CloseAsync(regency.Database, CancellationToken.None);

        var report = await deployment.ProvisionAsync();

        Assert.Empty(report.Failed);
        await using var next = deployment.NewProcess();
        Assert.Equal(regency.Code.Value, await CodeStoredForAsync(next, regency));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Refuses_a_database_that_belongs_to_another_regency(string engine)
    {
        var deployment = await deployments.On(engine);
        var (own, other) = (deployment.Regencies[2], deployment.Regencies[3]);
        await deployment.Engine.DropAsync(own.Database, CancellationToken.None);
        await deployment.Engine.CloseAsync(other.Database, CancellationToken.None);
        await deployment.Engine.CopyAsync(other.Database, own.Database, 1, (_, _) => Task.CompletedTask, CancellationToken.None);
        await using (var process = deployment.NewProcess())
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => CodeStoredForAsync(process, own));

            Assert.Contains(own.Code.Value, refused.Message, StringComparison.Ordinal);
            Assert.Contains(other.Code.Value, refused.Message, StringComparison.Ordinal);
            Assert.Equal(other.Code.Value, await CodeStoredForAsync(process, other));
        }

        await deployment.Engine.DropAsync(own.Database, CancellationToken.None);
        await deployment.ProvisionAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Leaves_no_migration_pending_in_any_database(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var process = deployment.NewProcess();
        await using var national = await process.GetRequiredService<IDbContextFactory<NationalDbContext>>().CreateDbContextAsync();
        await using var login = await process.GetRequiredService<IDbContextFactory<LoginDbContext>>().CreateDbContextAsync();
        await using var scope = process.GetRequiredService<IRegencyScopes>().For(deployment.Regencies[0].Code);
        await using var regency = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();

        foreach (var db in (DbContext[])[national, login, regency])
        {
            Assert.NotEmpty(await db.Database.GetAppliedMigrationsAsync());
            Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        }

        var assembly = deployment.Engine.GetType().Assembly;
        Assert.Equal(national.Database.GetMigrations(), SchemaMark.MigrationsIn<NationalDbContext>(assembly));
        Assert.Equal(login.Database.GetMigrations(), SchemaMark.MigrationsIn<LoginDbContext>(assembly));
        Assert.Equal(regency.Database.GetMigrations(), SchemaMark.MigrationsIn<RegencyDbContext>(assembly));
        Assert.Equal(514, await national.Regencies.CountAsync());
        foreach (var step in process.GetServices<IProvisioningStep>()) Assert.Null(await step.FindGapAsync(CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Names_the_gap_when_a_regency_has_no_database(string engine)
    {
        var deployment = await deployments.On(engine);
        var lost = deployment.Regencies[4];
        await deployment.Engine.DropAsync(lost.Database, CancellationToken.None);
        await using (var process = deployment.NewProcess())
        {
            var gaps = new List<string?>();
            foreach (var step in process.GetServices<IProvisioningStep>()) gaps.Add(await step.FindGapAsync(CancellationToken.None));

            Assert.Equal([$"{lost.Database} does not exist"], gaps.Where(g => g is not null));
        }

        await deployment.ProvisionAsync();
    }

    private static async Task<List<string>> StaffOfAsync(ServiceProvider process, Regency regency)
    {
        await using var db = new RegencyDbContext(process.GetRequiredService<RegencyDatabases>().OptionsFor(regency.Database));
        return await db.Officers.Select(o => o.Sub).ToListAsync();
    }

    private static async Task<string> CodeStoredForAsync(ServiceProvider process, Regency regency)
    {
        await using var scope = process.GetRequiredService<IRegencyScopes>().For(regency.Code);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        return (await db.Identity.AsNoTracking().SingleAsync()).Code;
    }
}
