using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Platform.Jobs;

/// <summary>Recurring work that each regency needs; started by one trigger per time zone, never by 514.</summary>
public interface IRegencyTask
{
    string Kind { get; }

    Task RunAsync(CancellationToken ct);
}

/// <param name="Task">Kind of the <see cref="IRegencyTask"/>.</param>
/// <param name="Zone">IANA name; only regencies of this zone are visited.</param>
public sealed record SweepPayload(string Task, string Zone);

/// <summary>Visits the regencies of one zone. One that fails is logged and skipped: it never delays the others.</summary>
public sealed class RegencySweep(ITenantDirectory directory, IRegencyScopes regencies, ILogger<RegencySweep> log) : IJobHandler
{
    public const string JobKind = "regency-sweep";

    // Each visit holds one database connection; two keep a small machine busy and leave room for citizens.
    private const int AtOnce = 2;

    public string Kind => JobKind;

    public static JobRequest Request(string task, TimeZoneInfo zone) => new(JobKind, JsonSerializer.Serialize(new SweepPayload(task, zone.Id)), null, "sweeps", 1);

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var sweep = JsonSerializer.Deserialize<SweepPayload>(payload)!;
        var visited = directory.All.Where(r => r.Zone.Id == sweep.Zone).ToList();
        var failed = 0;
        await Parallel.ForEachAsync(visited, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (regency, token) =>
        {
            try
            {
                await using var scope = regencies.For(regency.Code);
                await scope.ServiceProvider.GetServices<IRegencyTask>().Single(t => t.Kind == sweep.Task).RunAsync(token);
            }
            catch (Exception e) when (!token.IsCancellationRequested)
            {
                Interlocked.Increment(ref failed);
                log.LogError(e, "Task {Task} failed for {Regency}", sweep.Task, regency.Code);
            }
        });
        log.LogInformation("Task {Task} in {Zone}: {Done} done, {Failed} failed", sweep.Task, sweep.Zone, visited.Count - failed, failed);
    }
}
