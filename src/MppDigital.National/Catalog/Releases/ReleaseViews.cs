using Microsoft.EntityFrameworkCore;

namespace MppDigital.National.Catalog.Releases;

/// <summary>A release as the catalog desk shows it. Who did a step is in the audit trail and nowhere else.</summary>
/// <param name="Reached">Codes of the regencies that were given the version one by one and still have it.</param>
/// <param name="AskedForAll">One catalog owner wants it everywhere; another has to agree.</param>
/// <param name="Gates">How the watched regencies do; empty before the first step.</param>
/// <param name="Actions">What is possible now.</param>
public sealed record ReleaseView(
    Guid Id, string Service, int ServiceVersion, ReleaseState State, IReadOnlyList<string> Canaries, IReadOnlyList<string> Reached, IReadOnlyList<string> TakenBack, int Waves, bool AskedForAll,
    string? HaltedBy, DateTime CreatedAt, DateTime ChangedAt, long Version, IReadOnlyList<GateResult> Gates, IReadOnlyList<ReleaseAction> Actions);

internal static class ReleaseViews
{
    public static async Task<ReleaseView> OfAsync(NationalDbContext db, ReleaseRow row, CancellationToken ct) => new(
        row.Id, row.Service, row.ServiceVersion, row.State, [.. row.CanaryCodes.Order(StringComparer.Ordinal)], [.. row.ReachedCodes.Except(row.TakenBackCodes).Order(StringComparer.Ordinal)],
        [.. row.TakenBackCodes.Order(StringComparer.Ordinal)], row.Waves, row.AskedForAllBy is not null && row.OpenFor is not null, row.HaltedBy, row.CreatedAt, row.ChangedAt, row.Version,
        row.Reached.Length == 0 || row.State is ReleaseState.Everywhere or ReleaseState.RolledBack ? []
            // Whether a database answered is asked by the job alone; what halted the release stands as failed until a person decides.
            : [.. (await ReleaseGates.JudgeAsync(db, row, [], ct)).Select(g => g.Gate == row.HaltedBy ? g with { Passed = false } : g)],
        [.. Enum.GetValues<ReleaseAction>().Where(a => a != ReleaseAction.Halt && row.May(a))]);

    public static Task<ReleaseRow?> FindAsync(NationalDbContext db, Guid id, CancellationToken ct) => db.Releases.SingleOrDefaultAsync(r => r.Id == id, ct);
}
