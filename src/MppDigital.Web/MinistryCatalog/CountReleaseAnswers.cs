using System.Collections.Concurrent;
using MppDigital.National.Catalog.Releases;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.MinistryCatalog;

/// <summary>Counts, in regencies that have a version early, how many answers were a failure of ours. Anywhere else, and without a release on its way, it costs one look at a list that is empty.</summary>
internal sealed class CountReleaseAnswers(RequestDelegate next, WatchedRegencies watched, ITenantDirectory directory, ReleaseAnswers answers)
{
    public Task InvokeAsync(HttpContext context) =>
        !watched.IsEmpty && directory.FindByHost(context.Request.Host.Value) is { } regency && watched.Contains(regency.Code) ? CountAsync(context, regency.Code) : next(context);

    private async Task CountAsync(HttpContext context, RegencyCode regency)
    {
        try
        {
            await next(context);
            answers.Add(regency, context.Response.StatusCode >= StatusCodes.Status500InternalServerError);
        }
        catch (Exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            answers.Add(regency, failed: true);
            throw;
        }
    }
}

/// <summary>The counts of this node since it last told the centre.</summary>
internal sealed class ReleaseAnswers
{
    private ConcurrentDictionary<RegencyCode, TrafficCount> counts = new();

    public void Add(RegencyCode regency, bool failed) =>
        counts.AddOrUpdate(regency, new TrafficCount(1, failed ? 1 : 0), (_, c) => new TrafficCount(c.Requests + 1, c.Failures + (failed ? 1 : 0)));

    public IReadOnlyDictionary<RegencyCode, TrafficCount> Take() => Interlocked.Exchange(ref counts, new());
}

/// <summary>Tells the centre every two seconds what this node counted.</summary>
internal sealed partial class TellReleaseAnswers(ReleaseAnswers answers, IServiceScopeFactory scopes, TimeProvider clock, ILogger<TellReleaseAnswers> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (answers.Take() is not { Count: > 0 } counts) continue;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IUseCase<CountReleaseTraffic, Done>>().HandleAsync(new CountReleaseTraffic(counts), stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Lost counts make the gate blind for two seconds, not wrong.
                LogNotTold(e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answers in regencies of a release could not be told to the national database")]
    private partial void LogNotTold(Exception e);
}
