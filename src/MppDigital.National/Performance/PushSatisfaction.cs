using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Performance;

/// <summary>A regency tells the ministry what its survey of one year adds up to. Repeats and late arrivals change nothing.</summary>
/// <param name="AsOf">When the regency counted, UTC; only a later count replaces what is held.</param>
/// <param name="Acts">Services finished in that year.</param>
/// <param name="Scores">All scores of all nine elements added up.</param>
public sealed record PushSatisfaction(RegencyCode Regency, int Year, DateTime AsOf, int Acts, int Respondents, int Scores);

internal sealed class PushSatisfactionHandler(IDbContextFactory<NationalDbContext> contexts, IDatabaseEngine engine) : IUseCase<PushSatisfaction, Done>
{
    public async Task<Outcome<Done>> HandleAsync(PushSatisfaction input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await ReplacedAsync(db, input, ct)) return default(Done);
        if (await db.Satisfaction.AnyAsync(r => r.RegencyCode == input.Regency.Value && r.Year == input.Year, ct)) return default(Done);
        if (!await db.Regencies.AnyAsync(r => r.Code == input.Regency.Value, ct)) return Problems.UnknownRegency(input.Regency);
        db.Add(new SatisfactionRow { RegencyCode = input.Regency.Value, Year = input.Year, AsOf = input.AsOf, Acts = input.Acts, Respondents = input.Respondents, Scores = input.Scores });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Another push of the same regency was first; the newer of the two stays.
            await ReplacedAsync(db, input, ct);
        }

        return default(Done);
    }

    private static async Task<bool> ReplacedAsync(NationalDbContext db, PushSatisfaction input, CancellationToken ct) =>
        await db.Satisfaction.Where(r => r.RegencyCode == input.Regency.Value && r.Year == input.Year && r.AsOf < input.AsOf).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.AsOf, input.AsOf).SetProperty(r => r.Acts, input.Acts).SetProperty(r => r.Respondents, input.Respondents).SetProperty(r => r.Scores, input.Scores), ct) > 0;
}
