using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Rollout;

/// <summary>The 38 provinces with how many of their regencies are known to have a hall, best first.</summary>
public sealed record ListRolloutProvinces(DateOnly? AsOf = null);

public sealed record RolloutProvinces(IReadOnlyList<RolloutProvince> Items);

/// <param name="Share">Inaugurated and operating, of all; to 4 decimals.</param>
public sealed record RolloutProvince(string Code, string Name, int Regencies, int Inaugurated, int Operating, int Unknown, int DigitalPilots, decimal Share);

internal sealed class ListRolloutProvincesHandler(IDbContextFactory<NationalDbContext> contexts, ITenantDirectory directory, TimeProvider clock) : IUseCase<ListRolloutProvinces, RolloutProvinces>
{
    public async Task<Outcome<RolloutProvinces>> HandleAsync(ListRolloutProvinces input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var asOf = input.AsOf ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), IndonesianZones.Jakarta).DateTime);
        var states = await RolloutState.ReadAsync(db, asOf, ct);
        return new RolloutProvinces([.. directory.All.GroupBy(r => (r.ProvinceCode, r.Province)).Select(Count).OrderByDescending(p => p.Share).ThenBy(p => p.Code, StringComparer.Ordinal)]);

        RolloutProvince Count(IGrouping<(string Code, string Name), Regency> province)
        {
            var known = province.Select(r => states.GetValueOrDefault(r.Code.Value)).ToList();
            var inaugurated = known.Count(s => s.Stage == RolloutStage.Inaugurated);
            var operating = known.Count(s => s.Stage == RolloutStage.Operating);
            return new RolloutProvince(province.Key.Code, province.Key.Name, known.Count, inaugurated, operating, known.Count - inaugurated - operating, known.Count(s => s.DigitalPilot),
                Math.Round((decimal)(inaugurated + operating) / known.Count, 4, MidpointRounding.AwayFromZero));
        }
    }
}
