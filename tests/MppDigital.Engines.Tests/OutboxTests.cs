using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;
using MppDigital.Testing.Databases;

namespace MppDigital.Engines.Tests;

[Collection(EnginesShareServers.Name)]
public sealed class OutboxTests(Deployments deployments)
{
    private const int Backlog = 1000;

    // Two regencies at once, twenty rows each: what may pass before a waiting regency has its turn.
    private const int OneTurn = 2 * 20;

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_regency_with_a_thousand_rows_delays_no_other_beyond_one_turn(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var process = Worker(deployment);
        var (busy, quiet) = (deployment.Regencies[0], deployment.Regencies[^1]);
        await AddAsync(process, busy, Backlog);
        await AddAsync(process, quiet, 1);

        var seen = await DrainAsync(process, Backlog + 1);

        var before = seen.TakeWhile(s => s.Regency != quiet.Code).Count();
        Assert.InRange(before, 0, OneTurn);
        Assert.Equal(Backlog, seen.Where(s => s.Regency == busy.Code).Select(s => s.Payload).Distinct().Count());
        Assert.Equal(0, await process.InAsync(busy, db => db.Outbox.CountAsync(r => r.Kind == Probe.RowKind)));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_row_that_fails_is_kept_for_later_and_the_rows_behind_it_are_done(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var process = Worker(deployment);
        var regency = deployment.Regencies[1];
        await process.InAsync(regency, db =>
        {
            db.Outbox.Add(new OutboxRow(Probe.RowKind, Probe.Poison, DateTime.UtcNow.AddMinutes(-5)));
            return db.SaveChangesAsync();
        });
        await AddAsync(process, regency, 3);

        var seen = await DrainAsync(process, 3);

        Assert.Equal(3, seen.Count);
        var kept = Assert.Single(await process.InAsync(regency, db => db.Outbox.Where(r => r.Kind == Probe.RowKind).ToListAsync()));
        Assert.Equal((Probe.Poison, 1, false), (kept.Payload, kept.Attempts, kept.Parked));
        Assert.True(kept.DueAt > kept.CreatedAt);
        await process.InAsync(regency, db => db.Outbox.Where(r => r.Kind == Probe.RowKind).ExecuteDeleteAsync());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Whoever_waits_for_an_outside_system_comes_last_and_is_never_given_up(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var process = Worker(deployment);
        var regency = deployment.Regencies[2];
        const int Asked = 30;
        var away = new OutboxRow(Asking.RowKind, Probe.Poison, DateTime.UtcNow.AddHours(-2));
        for (var tried = 0; tried < 20; tried++) away.Failed(DateTime.UtcNow.AddHours(-1), int.MaxValue);
        await process.InAsync(regency, db =>
        {
            db.Outbox.Add(away);
            for (var i = 0; i < Asked; i++) db.Outbox.Add(new OutboxRow(Asking.RowKind, $"asked {i}", DateTime.UtcNow.AddMinutes(-5)));
            return db.SaveChangesAsync();
        });
        await AddAsync(process, regency, 3);

        var seen = await DrainAsync(process, 3 + Asked);

        // The rows that ask are older and more than a turn holds, and yet all others are done before the first answer.
        Assert.Equal(Enumerable.Range(0, 3).Select(i => $"{i}").Concat(Enumerable.Range(0, Asked).Select(i => $"asked {i}")).Order(StringComparer.Ordinal), seen.Select(s => s.Payload).Order(StringComparer.Ordinal));
        Assert.All(seen.Take(3), s => Assert.DoesNotContain("asked", s.Payload, StringComparison.Ordinal));
        var kept = Assert.Single(await process.InAsync(regency, db => db.Outbox.Where(r => r.Kind == Asking.RowKind && r.Attempts > 0).ToListAsync()));
        Assert.Equal((21, false), (kept.Attempts, kept.Parked));
        await process.InAsync(regency, db => db.Outbox.Where(r => r.Kind == Asking.RowKind).ExecuteDeleteAsync());
    }

    private static ServiceProvider Worker(Deployment deployment) => deployment.NewProcess(services =>
    {
        services.AddSingleton<Seen>();
        services.AddScoped<IOutboxHandler, Probe>();
        services.AddScoped<IOutboxHandler, Asking>();
        services.AddSingleton<IHostApplicationLifetime, ApplicationLifetime>();
        services.AddSingleton<OutboxDrain<RegencyDbContext>>();
    });

    private static Task<int> AddAsync(IServiceProvider process, Regency regency, int rows) => process.InAsync(regency, db =>
    {
        for (var i = 0; i < rows; i++) db.Outbox.Add(new OutboxRow(Probe.RowKind, $"{i}", DateTime.UtcNow.AddSeconds(-1)));
        return db.SaveChangesAsync();
    });

    private static async Task<IReadOnlyList<Handled>> DrainAsync(ServiceProvider process, int expected)
    {
        var seen = process.GetRequiredService<Seen>();
        seen.Expected = expected;
        // The drain waits for a started program; here nothing else starts one.
        ((ApplicationLifetime)process.GetRequiredService<IHostApplicationLifetime>()).NotifyStarted();
        using var drain = process.GetRequiredService<OutboxDrain<RegencyDbContext>>();
        await drain.StartAsync(CancellationToken.None);
        await seen.All.Task.WaitAsync(TimeSpan.FromMinutes(2));
        // Ends with the turns under way, so that the last row is gone when the test looks.
        await UntilEmptyAsync(process);
        await drain.StopAsync(CancellationToken.None);
        return [.. seen.Rows];
    }

    private static async Task UntilEmptyAsync(ServiceProvider process)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        foreach (var regency in process.GetRequiredService<ITenantDirectory>().All)
        {
            while (await process.InAsync(regency, db => db.Outbox.AnyAsync(r => (r.Kind == Probe.RowKind || r.Kind == Asking.RowKind) && r.Attempts == 0))) await Task.Delay(50, limit.Token);
        }
    }

    private sealed record Handled(RegencyCode Regency, string Payload);

    private sealed class Seen
    {
        public ConcurrentQueue<Handled> Rows { get; } = new();

        public TaskCompletionSource All { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Expected { get; set; }

        public void Add(Handled row)
        {
            Rows.Enqueue(row);
            if (Rows.Count >= Expected) All.TrySetResult();
        }
    }

    private sealed class Probe(CurrentRegency current, Seen seen) : IOutboxHandler
    {
        public const string RowKind = "test-probe";
        public const string Poison = "poison";

        public string Kind => RowKind;

        public Task HandleAsync(string payload, CancellationToken ct)
        {
            if (payload == Poison) throw new InvalidOperationException("This row always fails.");
            seen.Add(new Handled(current.Value.Code, payload));
            return Task.CompletedTask;
        }
    }

    private sealed class Asking(CurrentRegency current, Seen seen) : IOutboxHandler
    {
        public const string RowKind = "test-asking";

        public string Kind => RowKind;

        public bool AsksOthers => true;

        public Task HandleAsync(string payload, CancellationToken ct)
        {
            if (payload == Probe.Poison) throw new InvalidOperationException("The other system is away.");
            seen.Add(new Handled(current.Value.Code, payload));
            return Task.CompletedTask;
        }
    }
}
