using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Testing.Databases;

namespace MppDigital.Engines.Tests;

[Collection(EnginesShareServers.Name)]
public sealed class ParallelWritersTests(Deployments deployments)
{
    private const int Writers = 8;
    private const int Times = 25;

    private static readonly DateTime Now = new(2026, 11, 19, 3, 0, 0, DateTimeKind.Utc);

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Give_each_number_once_and_skip_none(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var process = deployment.NewProcess();
        var series = $"test-{Guid.NewGuid():N}"[..20];

        var numbers = await RegencyAccess.InParallelAsync(Writers, Times, _ => TakeAsync(process, deployment, series));

        Assert.Equal(Enumerable.Range(1, Writers * Times).Select(n => (long)n), numbers.Order());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Take_back_the_number_of_a_transaction_that_failed(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var process = deployment.NewProcess();
        var series = $"test-{Guid.NewGuid():N}"[..20];
        await TakeAsync(process, deployment, series);

        await process.InAsync(deployment.Regencies[0], async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            return await TakeNumber.NextAsync(db, series, CancellationToken.None);
        });

        Assert.Equal(2, await TakeAsync(process, deployment, series));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Keep_the_audit_chain_whole_and_a_changed_row_breaks_it(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var process = deployment.NewProcess();
        var regency = deployment.Regencies[1];

        await RegencyAccess.InParallelAsync(Writers, Times, writer => AppendAsync(process, regency, $"1375-26-{writer:000000}"));

        var (count, broken) = await process.InAsync(regency, async db => (await db.Set<AuditRow>().CountAsync(), await AuditTrail.FirstBrokenAsync(db, CancellationToken.None)));
        Assert.True(count >= Writers * Times);
        Assert.Null(broken);

        await ChangeAsync(process, regency, 50, "{}", "{\"decision\":\"approved\"}");
        Assert.Equal(50, await FirstBrokenAsync(process, regency));
        await ChangeAsync(process, regency, 50, "{\"decision\":\"approved\"}", "{}");
        Assert.Null(await FirstBrokenAsync(process, regency));

        // Cutting off the end leaves a chain that fits in itself; the head tells that rows are missing.
        await process.InAsync(regency, db => db.Set<AuditRow>().Where(r => r.Sequence > 190).ExecuteDeleteAsync());
        Assert.Equal(191, await FirstBrokenAsync(process, regency));
        await deployment.Engine.DropAsync(regency.Database, CancellationToken.None);
        await deployment.ProvisionAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Refuse_an_audit_row_outside_a_transaction(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var process = deployment.NewProcess();

        await Assert.ThrowsAsync<InvalidOperationException>(() => process.InAsync(deployment.Regencies[0], async db =>
        {
            await AuditTrail.AppendAsync(db, "1371-26-000001", "application-submitted", "system", "{}", Now, CancellationToken.None);
            return await db.SaveChangesAsync();
        }));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Wait_for_each_other_at_a_lock(string engine)
    {
        var deployment = await deployments.On(engine);
        var inside = 0;
        var most = 0;

        await RegencyAccess.InParallelAsync(4, 5, async _ =>
        {
            await using var turn = await deployment.Engine.LockAsync("mpp-test", CancellationToken.None);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Delay(5);
            return Interlocked.Decrement(ref inside);
        });

        Assert.Equal(1, most);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Do_not_wait_at_a_lock_of_another_name(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var one = await deployment.Engine.LockAsync("mpp-test-one", CancellationToken.None);

        await using var other = await deployment.Engine.LockAsync("mpp-test-other", CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.NotSame(one, other);
    }

    internal static async Task<long> TakeAsync(IServiceProvider process, Deployment deployment, string series)
    {
        while (true)
        {
            try
            {
                return await process.InAsync(deployment.Regencies[0], async db =>
                {
                    await using var transaction = await db.Database.BeginTransactionAsync();
                    var number = await TakeNumber.NextAsync(db, series, CancellationToken.None);
                    await transaction.CommitAsync();
                    return number;
                });
            }
            catch (DbUpdateException e) when (deployment.Engine.IsDuplicate(e))
            {
                // Another writer made the first row of the series; the whole transaction is tried again, as a submission is.
            }
        }
    }

    private static Task<int> AppendAsync(IServiceProvider process, Regency regency, string subject) => process.InAsync(regency, async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await AuditTrail.AppendAsync(db, subject, "application-submitted", "system", "{}", Now.AddTicks(Random.Shared.Next()), CancellationToken.None);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return 1;
    });

    private static Task<long?> FirstBrokenAsync(IServiceProvider process, Regency regency) => process.InAsync(regency, db => AuditTrail.FirstBrokenAsync(db, CancellationToken.None));

    private static Task<int> ChangeAsync(IServiceProvider process, Regency regency, long sequence, string from, string to) => process.InAsync(regency, db =>
        db.Set<AuditRow>().Where(r => r.Sequence == sequence && r.Detail == from).ExecuteUpdateAsync(r => r.SetProperty(x => x.Detail, to)));
}
