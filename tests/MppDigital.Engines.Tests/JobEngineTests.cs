using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Tenancy;
using MppDigital.Testing.Databases;
using Quartz;

namespace MppDigital.Engines.Tests;

/// <summary>What every engine behind <see cref="IJobEngine"/> must do, whatever stores the jobs.</summary>
[Collection(EnginesShareServers.Name)]
public sealed class JobEngineTests(Deployments deployments)
{
    private static readonly TimeZoneInfo Jakarta = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Runs_a_job_inside_its_regency(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var node = await Node.StartAsync(deployment);

        await node.Jobs.EnqueueAsync(new JobRequest(Probe.JobKind, "inside", "13.75"), TimeSpan.Zero, CancellationToken.None);

        Assert.Equal(new Run("inside", "13.75", 1), await node.NextAsync());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Runs_a_job_of_the_platform_without_any_regency(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var node = await Node.StartAsync(deployment);

        await node.Jobs.EnqueueAsync(new JobRequest(Probe.JobKind, "platform", null), TimeSpan.Zero, CancellationToken.None);

        Assert.Equal(new Run("platform", null, 1), await node.NextAsync());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Runs_a_delayed_job_after_one_that_is_due(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var node = await Node.StartAsync(deployment);
        var asked = TimeProvider.System.GetTimestamp();

        await node.Jobs.EnqueueAsync(new JobRequest(Probe.JobKind, "later", "13.75"), TimeSpan.FromSeconds(3), CancellationToken.None);
        await node.Jobs.EnqueueAsync(new JobRequest(Probe.JobKind, "now", "13.75"), TimeSpan.Zero, CancellationToken.None);

        Assert.Equal("now", (await node.NextAsync()).Payload);
        Assert.Equal("later", (await node.NextAsync()).Payload);
        // Stores keep whole milliseconds.
        Assert.True(TimeProvider.System.GetElapsedTime(asked) > TimeSpan.FromSeconds(2.9));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Tries_again_until_the_third_attempt_succeeds(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var node = await Node.StartAsync(deployment);

        await node.Jobs.EnqueueAsync(new JobRequest(Probe.JobKind, "fails:2", "13.75", MaxAttempts: 3), TimeSpan.Zero, CancellationToken.None);

        Assert.Equal([1, 2, 3], await node.AttemptsAsync(3));
        await node.UntilNothingWaitsAsync();
        Assert.False(node.HasMore);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Gives_up_after_the_last_attempt(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var node = await Node.StartAsync(deployment);

        await node.Jobs.EnqueueAsync(new JobRequest(Probe.JobKind, "fails:9", "13.75", MaxAttempts: 2), TimeSpan.Zero, CancellationToken.None);

        Assert.Equal([1, 2], await node.AttemptsAsync(2));
        await node.UntilNothingWaitsAsync();
        Assert.False(node.HasMore);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Never_reaches_the_handler_for_a_regency_that_does_not_exist(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var node = await Node.StartAsync(deployment);

        await node.Jobs.EnqueueAsync(new JobRequest(Probe.JobKind, "nowhere", "99.99", MaxAttempts: 1), TimeSpan.Zero, CancellationToken.None);
        await node.Jobs.EnqueueAsync(new JobRequest(Probe.JobKind, "somewhere", "13.75"), TimeSpan.FromSeconds(1), CancellationToken.None);

        Assert.Equal("somewhere", (await node.NextAsync()).Payload);
        await node.UntilNothingWaitsAsync();
        Assert.False(node.HasMore);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Keeps_a_job_over_a_restart(string engine)
    {
        var deployment = await deployments.On(engine);
        await using (var before = await Node.OpenAsync(deployment))
        {
            await before.Jobs.EnqueueAsync(new JobRequest(Probe.JobKind, "kept", "73.71"), TimeSpan.Zero, CancellationToken.None);
        }

        await using var after = await Node.StartAsync(deployment);

        Assert.Equal(new Run("kept", "73.71", 1), await after.NextAsync());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Has_one_trigger_for_a_recurring_job_and_none_once_it_is_removed(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var node = await Node.OpenAsync(deployment);
        var request = new JobRequest(Probe.JobKind, "nightly", null, "sweeps");

        await node.Jobs.UpsertRecurringAsync("test-nightly", "5 0 * * *", Jakarta, request, CancellationToken.None);
        await node.Jobs.UpsertRecurringAsync("test-nightly", "20 1 * * *", Jakarta, request, CancellationToken.None);

        var due = Assert.Single(await node.DueTimesOfAsync("test-nightly"));
        Assert.Equal(new TimeSpan(1, 20, 0), TimeZoneInfo.ConvertTime(due, Jakarta).TimeOfDay);
        await node.Jobs.RemoveRecurringAsync("test-nightly", CancellationToken.None);
        Assert.Empty(await node.DueTimesOfAsync("test-nightly"));
    }

    private sealed record Run(string Payload, string? Regency, int Attempt);

    private sealed class Runs
    {
        public Channel<Run> Line { get; } = Channel.CreateUnbounded<Run>();

        public ConcurrentDictionary<string, int> Attempts { get; } = new();
    }

    /// <summary>Tells of each attempt before it succeeds or fails; <c>fails:2</c> fails twice.</summary>
    private sealed class Probe(CurrentRegency current, Runs runs) : IJobHandler
    {
        public const string JobKind = "test-probe";

        public string Kind => JobKind;

        public Task RunAsync(string payload, CancellationToken ct)
        {
            var attempt = runs.Attempts.AddOrUpdate(payload, 1, (_, n) => n + 1);
            runs.Line.Writer.TryWrite(new Run(payload, current.IsEntered ? current.Value.Code.Value : null, attempt));
            return payload.Split(':') is ["fails", var times] && attempt <= int.Parse(times, System.Globalization.CultureInfo.InvariantCulture)
                ? throw new InvalidOperationException("This attempt fails.")
                : Task.CompletedTask;
        }
    }

    /// <summary>One process that works on jobs.</summary>
    private sealed class Node(ServiceProvider process, IScheduler scheduler) : IAsyncDisposable
    {
        public IJobEngine Jobs => process.GetRequiredService<IJobEngine>();

        public bool HasMore => process.GetRequiredService<Runs>().Line.Reader.TryPeek(out _);

        public static async Task<Node> OpenAsync(Deployment deployment)
        {
            var process = deployment.NewProcess(services => services.AddSingleton<Runs>().AddScoped<IJobHandler, Probe>());
            return new Node(process, await process.GetRequiredService<ISchedulerFactory>().GetScheduler());
        }

        public static async Task<Node> StartAsync(Deployment deployment)
        {
            var node = await OpenAsync(deployment);
            await node.StartAsync();
            return node;
        }

        public async Task<Run> NextAsync() => await process.GetRequiredService<Runs>().Line.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

        public async Task<IReadOnlyList<int>> AttemptsAsync(int count)
        {
            var attempts = new List<int>();
            while (attempts.Count < count) attempts.Add((await NextAsync()).Attempt);
            return attempts;
        }

        public async Task<IReadOnlyList<DateTimeOffset>> DueTimesOfAsync(string id)
        {
            var triggers = await scheduler.GetTriggersOfJob(new JobKey(id, "recurring"));
            return [.. triggers.Select(t => t.NextFireTimeUtc!.Value)];
        }

        /// <summary>A job that runs or will run again is still in the store.</summary>
        public async Task UntilNothingWaitsAsync()
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while ((await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals("default"))).Count > 0) await Task.Delay(100, limit.Token);
        }

        public async ValueTask DisposeAsync()
        {
            await scheduler.Shutdown(waitForJobsToComplete: true);
            await process.DisposeAsync();
        }

        private ValueTask StartAsync() => scheduler.Start();
    }
}
