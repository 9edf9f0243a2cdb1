using Microsoft.EntityFrameworkCore;
using MppDigital.National.Performance;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Rollout;

/// <summary>Everything known of one regency's way, each fact with its source.</summary>
public sealed record GetRolloutRegency(RegencyCode Code);

/// <param name="Version">For <c>If-Match</c> when a fact is added.</param>
/// <param name="Figures">What the regency pushed last; null when it never did.</param>
public sealed record RolloutRegencySheet(string Code, string Name, string Slug, string Province, int Population, RolloutStage Stage, string? Since, bool DigitalPilot, RegencyStage PlatformStage, long Version, IReadOnlyList<RolloutFact> History, PlatformFigures? Figures)
{
    internal static async Task<RolloutRegencySheet?> ReadAsync(NationalDbContext db, string code, CancellationToken ct)
    {
        if (await db.Regencies.AsNoTracking().SingleOrDefaultAsync(r => r.Code == code, ct) is not { } regency) return null;
        var history = await db.StageEvents.AsNoTracking().Where(e => e.RegencyCode == code).OrderBy(e => e.On).ThenBy(e => e.Event).Take(200)
            .Select(e => new RolloutFact(e.Event, e.On, e.DateText, e.Source, e.EnteredBy, e.EnteredAt)).ToListAsync(ct);
        var state = (await RolloutState.ReadAsync(db, DateOnly.MaxValue, ct)).GetValueOrDefault(code);
        var figures = await db.PlatformFigures.AsNoTracking().Where(f => f.RegencyCode == code).Select(f => new PlatformFigures(f.Applications, f.Decided, f.Deemed, f.Issued, f.Undeclared, f.NotAsked, f.AsOf, f.AsOf)).SingleOrDefaultAsync(ct);
        return new RolloutRegencySheet(regency.Code, regency.Name, regency.Slug, regency.Province, regency.Population, state.Stage, state.Since, state.DigitalPilot, regency.Stage, regency.Version, history, figures);
    }
}

public sealed record RolloutFact(RolloutEvent Event, DateOnly On, string DateText, string Source, string EnteredBy, DateTime EnteredAt);

internal sealed class GetRolloutRegencyHandler(IDbContextFactory<NationalDbContext> contexts) : IUseCase<GetRolloutRegency, RolloutRegencySheet>
{
    public async Task<Outcome<RolloutRegencySheet>> HandleAsync(GetRolloutRegency input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await RolloutRegencySheet.ReadAsync(db, input.Code.Value, ct) is { } sheet ? sheet : Problems.UnknownRegency;
    }
}
