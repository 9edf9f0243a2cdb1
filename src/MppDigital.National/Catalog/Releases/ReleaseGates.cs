using Microsoft.EntityFrameworkCore;

namespace MppDigital.National.Catalog.Releases;

/// <summary>One question that a release must keep answering well.</summary>
/// <param name="Gate"><c>conformance</c>, <c>errors</c> or <c>health</c></param>
/// <param name="Measured">Deviations, share of failed answers to 4 decimals, or regencies that could not be reached.</param>
/// <param name="Limit">The most that passes.</param>
/// <param name="Of">What was looked at: regencies that told of themselves, answers, or regencies.</param>
public sealed record GateResult(string Gate, bool Passed, decimal Measured, decimal Limit, long Of);

/// <summary>The gates of a release, judged from what regencies pushed and what the nodes counted since its last step.</summary>
internal static class ReleaseGates
{
    public const string Conformance = "conformance";
    public const string Errors = "errors";
    public const string Health = "health";

    // One failure in a hundred answers is noticed by citizens; with fewer than 20 answers one failure would decide alone.
    private const decimal MostErrors = 0.01m;
    private const long FewestAnswers = 20;

    public static async Task<IReadOnlyList<GateResult>> JudgeAsync(NationalDbContext db, ReleaseRow release, IReadOnlyCollection<string> unreachable, CancellationToken ct)
    {
        var reached = release.ReachedCodes.Except(release.TakenBackCodes).ToHashSet();
        // All at once and picked here: a wave may hold hundreds of codes, more than a query takes as parameters everywhere.
        var standings = (await db.Standings.AsNoTracking().Where(s => s.AsOf >= release.ChangedAt).ToListAsync(ct)).Where(s => reached.Contains(s.RegencyCode)).ToList();
        var deviations = standings.Sum(s => StandingDetail.Read(s.Detail).Deviations.Count(d => d.Service == release.Service && d.Version == release.ServiceVersion));
        var traffic = (await db.ReleaseTraffic.AsNoTracking().Where(t => t.ReleaseId == release.Id).ToListAsync(ct)).Where(t => reached.Contains(t.RegencyCode)).ToList();
        var (requests, failures) = (traffic.Sum(t => t.Requests), traffic.Sum(t => t.Failures));
        var share = requests == 0 ? 0 : Math.Round((decimal)failures / requests, 4);
        var silent = unreachable.Count(reached.Contains);
        return
        [
            new(Conformance, deviations == 0, deviations, 0, standings.Count),
            new(Errors, requests < FewestAnswers || share <= MostErrors, share, MostErrors, requests),
            new(Health, silent == 0, silent, 0, reached.Count),
        ];
    }
}
