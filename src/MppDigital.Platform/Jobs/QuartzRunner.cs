using System.Text.Json;
using Microsoft.Extensions.Logging;
using Quartz;

namespace MppDigital.Platform.Jobs;

/// <summary>The one job type that Quartz stores; its two keys are a wire format.</summary>
internal sealed class QuartzRunner(JobDispatcher dispatcher, TimeProvider clock, ILogger<QuartzRunner> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct)
    {
        var request = JsonSerializer.Deserialize<JobRequest>(context.MergedJobDataMap.GetString(QuartzJobEngine.RequestKey)!)!;
        var attempt = context.MergedJobDataMap.GetInt(QuartzJobEngine.AttemptKey);
        try
        {
            await dispatcher.RunAsync(request, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            if (attempt >= request.MaxAttempts)
            {
                log.LogError(e, "Job {Kind} of {Regency} gave up after {Attempt} attempts", request.Kind, request.Regency, attempt);
                return;
            }

            log.LogWarning(e, "Job {Kind} of {Regency} failed in attempt {Attempt}; it will be tried again", request.Kind, request.Regency, attempt);
            await QuartzJobEngine.ScheduleAsync(context.Scheduler, request, attempt + 1, clock.GetUtcNow() + Delay(attempt), CancellationToken.None);
        }
    }

    /// <summary>1, 4, 16, 64 seconds …: long enough for another system to come back, short enough to stay within the hour.</summary>
    private static TimeSpan Delay(int attempt) => TimeSpan.FromSeconds(Math.Min(Math.Pow(4, attempt - 1), 3600));
}
