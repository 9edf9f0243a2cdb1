using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Rollout;

/// <summary>The regencies with what is known of each, in the order of their codes.</summary>
/// <param name="Stage"><c>inaugurated</c>, <c>operating</c>, <c>unknown</c> or <c>digital-pilot</c>.</param>
/// <param name="After">Code of the last regency of the page before.</param>
public sealed record ListRolloutRegencies(string? Stage = null, string? Province = null, string? After = null, int Limit = 200, DateOnly? AsOf = null);

/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record RolloutRegencies(IReadOnlyList<RolloutRegency> Items, string? Next);

/// <param name="Since">As published: a day, a month or a year.</param>
/// <param name="PlatformStage">Whether this platform serves citizens there.</param>
public sealed record RolloutRegency(string Code, string Name, string Slug, string ProvinceCode, string Province, RolloutStage Stage, string? Since, bool DigitalPilot, RegencyStage PlatformStage, double Latitude, double Longitude);

internal sealed class ListRolloutRegenciesHandler(IDbContextFactory<NationalDbContext> contexts, ITenantDirectory directory, TimeProvider clock) : IUseCase<ListRolloutRegencies, RolloutRegencies>
{
    // All 514 at once is what the map needs; over HTTP the caller bounds it to 200.
    private const int MaxLimit = 514;

    public async Task<Outcome<RolloutRegencies>> HandleAsync(ListRolloutRegencies input, CancellationToken ct)
    {
        if (input.Stage is not (null or "" or "inaugurated" or "operating" or "unknown" or "digital-pilot")) return Problems.UnknownStage;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var asOf = input.AsOf ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), IndonesianZones.Jakarta).DateTime);
        var states = await RolloutState.ReadAsync(db, asOf, ct);
        var limit = Math.Clamp(input.Limit, 1, MaxLimit);
        var rows = directory.All.Where(r => input.After is null || string.CompareOrdinal(r.Code.Value, input.After) > 0)
            .Where(r => string.IsNullOrEmpty(input.Province) || r.ProvinceCode == input.Province)
            .Select(r => Row(r, states.GetValueOrDefault(r.Code.Value)))
            .Where(r => Fits(r, input.Stage)).Take(limit + 1).ToList();
        return new RolloutRegencies(rows.Take(limit).ToList(), rows.Count > limit ? rows[limit - 1].Code : null);
    }

    private static RolloutRegency Row(Regency regency, RolloutState state) =>
        new(regency.Code.Value, regency.Name, regency.Slug, regency.ProvinceCode, regency.Province, state.Stage, state.Since, state.DigitalPilot, regency.Stage, regency.Latitude, regency.Longitude);

    private static bool Fits(RolloutRegency row, string? stage) => stage switch
    {
        "inaugurated" => row.Stage == RolloutStage.Inaugurated,
        "operating" => row.Stage == RolloutStage.Operating,
        "unknown" => row.Stage == RolloutStage.Unknown,
        "digital-pilot" => row.DigitalPilot,
        _ => true,
    };
}
