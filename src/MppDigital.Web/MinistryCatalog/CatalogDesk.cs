using MppDigital.National.Catalog.Releases;
using MppDigital.National.Ministry;
using MppDigital.National.Snapshots;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies;

namespace MppDigital.Web.MinistryCatalog;

/// <summary>What pages and API do alike with a release: the step itself, and that this node and the figures are fresh afterwards.</summary>
internal sealed class CatalogDesk(
    IUseCase<OpenRelease, ReleaseView> open,
    IUseCase<ReadRelease, ReleaseView> read,
    IUseCase<MoveRelease, ReleaseView> move,
    IUseCase<JudgeReleases, ReleasesJudged> judge,
    NationalSnapshots snapshots,
    IJobEngine jobs)
{
    /// <summary>A proposal has the regencies count anew, as a job of the worker, so that its preview is of today.</summary>
    public async Task<Outcome<ReleaseView>> OpenAsync(MinistryStaff staff, string service, int version, string key, CancellationToken ct)
    {
        var opened = await open.HandleAsync(new OpenRelease(staff, service, version, key), ct);
        if (!opened.Succeeded) return opened;
        foreach (var zone in IndonesianZones.All) await jobs.EnqueueAsync(RegencySweep.Request(RegenciesServices.Tasks.Standing, zone), TimeSpan.Zero, ct);
        return opened;
    }

    public async Task<Outcome<ReleaseView>> MoveAsync(MoveRelease step, CancellationToken ct)
    {
        var moved = await move.HandleAsync(step, ct);
        if (!moved.Succeeded) return moved;
        // The other nodes look within a second; whoever pressed the button should see it here at once.
        await snapshots.RefreshAsync(ct);
        if (moved.Value.State is ReleaseState.Canary or ReleaseState.Wave) await jobs.EnqueueAsync(new JobRequest(RegenciesServices.WatchReleasesJob, "{}", null, "releases", 1), TimeSpan.Zero, ct);
        return moved;
    }

    /// <summary>Looks at the gates now instead of within the minute, from what was pushed and counted.</summary>
    public async Task<Outcome<ReleaseView>> CheckAsync(MinistryStaff staff, Guid id, CancellationToken ct)
    {
        if (!staff.Is(MinistryRole.CatalogOwner)) return OwnersOnly;
        await judge.HandleAsync(new JudgeReleases([]), ct);
        await snapshots.RefreshAsync(ct);
        return await read.HandleAsync(new ReadRelease(id), ct);
    }

    private static readonly Problem OwnersOnly = new(ProblemKind.Forbidden, "catalog-owners-only", "Katalog nasional diubah oleh pemilik katalog.") { DetailEn = "The national catalog is changed by its owners." };
}
