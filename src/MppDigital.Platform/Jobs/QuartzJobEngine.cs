using System.Text.Json;
using Quartz;

namespace MppDigital.Platform.Jobs;

internal sealed class QuartzJobEngine(ISchedulerFactory factory, TimeProvider clock) : IJobEngine
{
    internal const string RequestKey = "request";
    internal const string AttemptKey = "attempt";
    private const string Recurring = "recurring";

    public async ValueTask EnqueueAsync(JobRequest request, TimeSpan delay, CancellationToken ct) =>
        await ScheduleAsync(await factory.GetScheduler(ct), request, 1, clock.GetUtcNow() + delay, ct);

    public async ValueTask UpsertRecurringAsync(string id, string cron, TimeZoneInfo zone, JobRequest request, CancellationToken ct)
    {
        var scheduler = await factory.GetScheduler(ct);
        var job = Describe(request, 1, new JobKey(id, Recurring), durable: true);
        // A run missed while the program was down is caught up once: deemed approvals must not wait another day.
        var trigger = TriggerBuilder.Create().WithIdentity(id, Recurring).ForJob(job)
            .WithSchedule(CronScheduleBuilder.Create(cron, CronFormat.Unix).InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        await scheduler.ScheduleJob(job, [trigger], new ScheduleJobOptions { Replace = true }, ct);
    }

    public async ValueTask RemoveRecurringAsync(string id, CancellationToken ct) =>
        await (await factory.GetScheduler(ct)).DeleteJob(new JobKey(id, Recurring), ct);

    internal static async Task ScheduleAsync(IScheduler scheduler, JobRequest request, int attempt, DateTimeOffset at, CancellationToken ct)
    {
        var job = Describe(request, attempt, new JobKey(Guid.CreateVersion7().ToString("N"), request.Queue), durable: false);
        await scheduler.ScheduleJob(job, TriggerBuilder.Create().StartAt(at).Build(), cancellationToken: ct);
    }

    private static IJobDetail Describe(JobRequest request, int attempt, JobKey key, bool durable) => JobBuilder.Create<QuartzRunner>()
        .WithIdentity(key).StoreDurably(durable)
        .UsingJobData(RequestKey, JsonSerializer.Serialize(request)).UsingJobData(AttemptKey, attempt)
        // Without this a job that a killed process had begun would be lost.
        .RequestRecovery().Build();
}
