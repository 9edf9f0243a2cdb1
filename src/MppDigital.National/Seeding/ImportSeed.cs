using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.National.Registry;
using MppDigital.National.Rollout;
using MppDigital.National.Stamps;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Seeding;

/// <summary>Brings what the seed has and the national database has not. What is already there is never changed, so a second run does nothing.</summary>
/// <param name="Live">The demo starts with every regency live; elsewhere each begins as preparing.</param>
public sealed record ImportSeed(Seed Seed, bool Live);

public sealed record SeedImport(int Regencies, int Services, int Milestones, int StageEvents);

internal sealed class ImportSeedHandler(IDbContextFactory<NationalDbContext> contexts, TimeProvider clock) : IUseCase<ImportSeed, SeedImport>
{
    private const string EnteredBy = "seed";

    public async Task<Outcome<SeedImport>> HandleAsync(ImportSeed input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var import = new SeedImport(
            await RegenciesAsync(db, input, ct),
            await ServicesAsync(db, input.Seed, now, ct),
            await MilestonesAsync(db, input.Seed, ct),
            await StageEventsAsync(db, input.Seed, now, ct));
        if (import.Regencies > 0) await StampRow.BumpAsync(db, StampRow.Registry, ct);
        if (import.Services > 0) await StampRow.BumpAsync(db, StampRow.Catalog, ct);
        await db.SaveChangesAsync(ct);
        return import;
    }

    private static async Task<int> RegenciesAsync(NationalDbContext db, ImportSeed input, CancellationToken ct)
    {
        var known = await db.Regencies.Select(r => r.Code).ToHashSetAsync(ct);
        var rows = input.Seed.Regencies.Where(r => !known.Contains(r.Code.Value)).Select(Row).ToList();
        foreach (var row in rows.Where(_ => input.Live)) row.WentLive();
        db.AddRange(rows);
        return rows.Count;
    }

    private static RegencyRow Row(SeedRegency regency) => new()
    {
        Code = regency.Code.Value,
        Code4 = regency.Code.Code4,
        Name = regency.Name,
        Kind = regency.Kind,
        ProvinceCode = regency.ProvinceCode,
        Province = regency.Province,
        ZoneId = regency.Zone.Id,
        Slug = regency.Slug,
        Latitude = regency.Latitude,
        Longitude = regency.Longitude,
        Population = regency.Population,
        DkiAdministrative = regency.DkiAdministrative,
    };

    private static async Task<int> ServicesAsync(NationalDbContext db, Seed seed, DateTime now, CancellationToken ct)
    {
        var published = await db.ServiceVersions.Select(s => s.Code).Distinct().ToHashSetAsync(ct);
        var rows = seed.Services.Where(s => !published.Contains(s.Code)).Select(s => ServiceVersionRow.Publish(s, 1, now)).ToList();
        db.AddRange(rows);
        return rows.Count;
    }

    private static async Task<int> MilestonesAsync(NationalDbContext db, Seed seed, CancellationToken ct)
    {
        var known = (await db.Milestones.Select(m => new { m.Kind, m.On, m.Text }).ToListAsync(ct)).Select(m => (m.Kind, m.On, m.Text)).ToHashSet();
        var rows = SeedHistory.Milestones(seed).Where(m => !known.Contains((m.Kind, m.On, m.Text))).ToList();
        db.AddRange(rows);
        return rows.Count;
    }

    private static async Task<int> StageEventsAsync(NationalDbContext db, Seed seed, DateTime now, CancellationToken ct)
    {
        var known = (await db.StageEvents.Select(e => new { e.RegencyCode, e.Event, e.DateText }).ToListAsync(ct)).Select(e => (e.RegencyCode, e.Event, e.DateText)).ToHashSet();
        var rows = SeedHistory.StageEvents(seed).Where(e => known.Add((e.Code, e.Event, e.Date.Text)))
            .Select(e => new StageEventRow { RegencyCode = e.Code, Event = e.Event, On = e.Date.Last, DateText = e.Date.Text, Source = e.Source, EnteredBy = EnteredBy, EnteredAt = now })
            .ToList();
        db.AddRange(rows);
        return rows.Count;
    }
}
