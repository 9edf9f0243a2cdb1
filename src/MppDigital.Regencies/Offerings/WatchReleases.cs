using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MppDigital.National.Catalog.Releases;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Offerings;

/// <summary>Each minute while a release is on its way: has its regencies look at themselves, and halts it when a gate fails. Without a release it does nothing.</summary>
internal sealed partial class WatchReleases(WatchedRegencies watched, IRegencyScopes regencies, IUseCase<JudgeReleases, ReleasesJudged> judge, ILogger<WatchReleases> log) : IJobHandler
{
    public const string JobKind = "watch-releases";

    // As in the nightly walk: each visit holds a connection.
    private const int AtOnce = 2;

    string IJobHandler.Kind => JobKind;

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        if (watched.IsEmpty) return;
        var silent = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(watched.All.Keys, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (code, token) =>
        {
            try
            {
                await using var scope = regencies.For(RegencyCode.Parse(code));
                await scope.ServiceProvider.GetRequiredService<SendStanding>().RunAsync(token);
            }
            catch (Exception e) when (!token.IsCancellationRequested)
            {
                // Not reachable is an answer too: it is one of the gates.
                silent.Add(code);
                LogSilent(e, code);
            }
        });
        await judge.HandleAsync(new JudgeReleases(silent), ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Regency {Regency} has a version early and did not answer")]
    private partial void LogSilent(Exception e, string regency);
}
