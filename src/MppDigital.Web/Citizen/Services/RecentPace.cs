using System.Collections.Concurrent;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Figures;

namespace MppDigital.Web.Citizen.Services;

/// <summary>
/// How long services really took lately, read again at most once a minute per regency: a page that thousands open must not count decided files each time.
/// </summary>
internal sealed class RecentPace(TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    // One entry per regency at most; the registry bounds it.
    private readonly ConcurrentDictionary<RegencyCode, PerformanceView> known = new();

    public async Task<PerformanceView?> OfAsync(Regency regency, IUseCase<ReadPerformance, PerformanceView> read, CancellationToken ct)
    {
        if (known.TryGetValue(regency.Code, out var view) && clock.GetUtcNow() - view.AsOf < Fresh) return view;
        if ((await read.HandleAsync(new ReadPerformance(), ct)).Value is not { } current) return view;
        known[regency.Code] = current;
        return current;
    }
}
