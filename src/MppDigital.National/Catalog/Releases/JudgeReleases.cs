using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MppDigital.National.Stamps;
using MppDigital.Platform.Audit;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Catalog.Releases;

/// <summary>Halts every release one of whose gates fails. Called by the job that watches the regencies, and by a person who wants to know now.</summary>
/// <param name="Unreachable">Codes of regencies whose database did not answer just now.</param>
public sealed record JudgeReleases(IReadOnlyCollection<string> Unreachable);

/// <param name="Halted">Releases that were stopped by this look.</param>
public sealed record ReleasesJudged(IReadOnlyList<Guid> Halted);

internal sealed partial class JudgeReleasesHandler(IDbContextFactory<NationalDbContext> contexts, TimeProvider clock, ILogger<JudgeReleasesHandler> log) : IUseCase<JudgeReleases, ReleasesJudged>
{
    public async Task<Outcome<ReleasesJudged>> HandleAsync(JudgeReleases input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var watched = await db.Releases.Where(r => r.State == ReleaseState.Canary || r.State == ReleaseState.Wave).OrderBy(r => r.Id).Take(100).ToListAsync(ct);
        var halted = new List<Guid>();
        foreach (var release in watched)
        {
            if ((await ReleaseGates.JudgeAsync(db, release, input.Unreachable, ct)).FirstOrDefault(g => !g.Passed) is not { } failed) continue;
            // A person moved it at the same moment. What was read is old now; the next look sees what they made of it.
            if (!await HaltAsync(db, release, failed, ct)) break;
            halted.Add(release.Id);
            LogHalted(release.Service, release.ServiceVersion, failed.Gate, failed.Measured, failed.Limit);
        }

        return new ReleasesJudged(halted);
    }

    private async Task<bool> HaltAsync(NationalDbContext db, ReleaseRow release, GateResult failed, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        release.Halt(failed.Gate, now);
        await StampRow.BumpAsync(db, StampRow.Catalog, ct);
        await AuditTrail.AppendAsync(db, release.Service, "release-halted", "system", FormattableString.Invariant($$"""{"release":"{{release.Id}}","gate":"{{failed.Gate}}","measured":{{failed.Measured}},"limit":{{failed.Limit}}}"""), now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Release of {Service} version {Version} halted: gate {Gate} measured {Measured}, limit {Limit}")]
    private partial void LogHalted(string service, int version, string gate, decimal measured, decimal limit);
}
