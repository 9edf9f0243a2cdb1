namespace MppDigital.Platform.Jobs;

/// <summary>What is stored of a job: never a type, an expression or a connection string, so that code can be renamed and databases moved.</summary>
/// <param name="Kind">Names the <see cref="IJobHandler"/>.</param>
/// <param name="Payload">JSON for the handler.</param>
/// <param name="Regency">Code of the regency the handler runs in; null for work of the whole platform.</param>
/// <param name="Queue">Lower-case letters, digits and hyphens; kinds of work that may not delay each other use their own.</param>
public sealed record JobRequest(string Kind, string Payload, string? Regency, string Queue = "default", int MaxAttempts = 5);

/// <summary>Stores jobs and starts them when due, at least once. Fairness between regencies is not its task: see the outbox.</summary>
public interface IJobEngine
{
    ValueTask EnqueueAsync(JobRequest request, TimeSpan delay, CancellationToken ct);

    /// <param name="cron">Five Unix fields, read in <paramref name="zone"/>.</param>
    ValueTask UpsertRecurringAsync(string id, string cron, TimeZoneInfo zone, JobRequest request, CancellationToken ct);

    ValueTask RemoveRecurringAsync(string id, CancellationToken ct);
}

/// <summary>Does the work. Runs at least once, so a second run must change nothing.</summary>
public interface IJobHandler
{
    string Kind { get; }

    Task RunAsync(string payload, CancellationToken ct);
}
