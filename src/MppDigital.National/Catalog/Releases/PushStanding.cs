using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Catalog.Releases;

/// <summary>A regency tells the centre how it stands to the national catalog. Repeats and late arrivals change nothing.</summary>
/// <param name="AsOf">When the regency looked, UTC.</param>
/// <param name="Services">In force there.</param>
public sealed record PushStanding(RegencyCode Regency, DateTime AsOf, int Services, StandingDetail Detail);

internal sealed class PushStandingHandler(IDbContextFactory<NationalDbContext> contexts, IDatabaseEngine engine) : IUseCase<PushStanding, Done>
{
    public async Task<Outcome<Done>> HandleAsync(PushStanding input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (code, deviating, detail) = (input.Regency.Value, input.Detail.Deviations.Select(d => d.Service).Distinct().Count(), input.Detail.Write());
        if (await ReplacedAsync(db, input, deviating, detail, ct) || await db.Standings.AnyAsync(s => s.RegencyCode == code, ct)) return default(Done);
        if (!await db.Regencies.AnyAsync(r => r.Code == code, ct)) return Problems.UnknownRegency(code);
        db.Add(new StandingRow { RegencyCode = code, AsOf = input.AsOf, Services = input.Services, Deviating = deviating, Detail = detail });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Another push of the same regency was first; the newer of the two stays.
            await ReplacedAsync(db, input, deviating, detail, ct);
        }

        return default(Done);
    }

    private static async Task<bool> ReplacedAsync(NationalDbContext db, PushStanding input, int deviating, string detail, CancellationToken ct) =>
        await db.Standings.Where(s => s.RegencyCode == input.Regency.Value && s.AsOf <= input.AsOf).ExecuteUpdateAsync(
            row => row.SetProperty(s => s.AsOf, input.AsOf).SetProperty(s => s.Services, input.Services).SetProperty(s => s.Deviating, deviating).SetProperty(s => s.Detail, detail), ct) > 0;
}
