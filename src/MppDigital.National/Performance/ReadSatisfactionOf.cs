using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Performance;

/// <summary>What one regency told of its satisfaction survey, the newest year first.</summary>
public sealed record ReadSatisfactionOf(RegencyCode Regency);

/// <param name="Acts">Services finished in that year.</param>
/// <param name="Index">25.00 to 100.00; null while nobody answered.</param>
/// <param name="AsOf">When the regency counted, UTC.</param>
public sealed record SatisfactionOfYear(int Year, int Acts, int Respondents, decimal? Index, DateTime AsOf);

internal sealed class ReadSatisfactionOfHandler(IDbContextFactory<NationalDbContext> contexts) : IUseCase<ReadSatisfactionOf, IReadOnlyList<SatisfactionOfYear>>
{
    private const int Elements = 9;

    private const int MostYears = 5;

    public async Task<Outcome<IReadOnlyList<SatisfactionOfYear>>> HandleAsync(ReadSatisfactionOf input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Satisfaction.AsNoTracking().Where(r => r.RegencyCode == input.Regency.Value).OrderByDescending(r => r.Year).Take(MostYears).ToListAsync(ct);
        // The exact weight 1/9 and one rounding at the end, as the regency itself counts.
        return rows.ConvertAll(r => new SatisfactionOfYear(r.Year, r.Acts, r.Respondents, r.Respondents == 0 ? null : Math.Round((decimal)r.Scores * 25 / (r.Respondents * Elements), 2, MidpointRounding.AwayFromZero), r.AsOf));
    }
}
