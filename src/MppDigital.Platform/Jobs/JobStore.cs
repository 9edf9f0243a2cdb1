using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MppDigital.Platform.Persistence;
using Quartz;

namespace MppDigital.Platform.Jobs;

/// <summary>Quartz's own tables, in a database of their own. The program that serves never changes them.</summary>
internal sealed class JobStore(IDatabaseEngine engine, ILoggerFactory logs) : IProvisioningStep
{
    public async Task<IReadOnlyList<ProvisionedDatabase>> RunAsync(ProvisionDatabases order, CancellationToken ct)
    {
        if ((await engine.ListAsync(ct)).Contains(Databases.Jobs)) return [new(Databases.Jobs, "current")];
        await engine.CreateAsync(Databases.Jobs, ct);

        // A scheduler that is opened and never started: opening it is what makes the tables.
        var services = new ServiceCollection().AddSingleton(logs).AddLogging();
        services.AddQuartz(quartz => quartz.UsePersistentStore(store => engine.ConfigureJobs(store, mayCreateTables: true)));
        await using var provider = services.BuildServiceProvider();
        var scheduler = await provider.GetRequiredService<ISchedulerFactory>().GetScheduler(ct);
        await scheduler.Shutdown(waitForJobsToComplete: false, ct);
        return [new(Databases.Jobs, "created")];
    }

    public async Task<string?> FindGapAsync(CancellationToken ct) => (await engine.ListAsync(ct)).Contains(Databases.Jobs) ? null : $"{Databases.Jobs} does not exist";
}
