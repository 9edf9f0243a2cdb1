using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.National.Rollout;
using MppDigital.National.Seeding;
using MppDigital.Platform.Tenancy;

namespace MppDigital.National.Tests.Seeding;

public sealed class ImportSeedTests(NationalDatabase national) : IClassFixture<NationalDatabase>
{
    [Fact]
    public async Task Brings_registry_catalog_and_history()
    {
        await using var db = national.Open();

        Assert.Equal(514, await db.Regencies.CountAsync());
        Assert.Equal(56, await db.ServiceVersions.CountAsync(s => s.Version == 1));
        Assert.Equal(21, await db.StageEvents.CountAsync(e => e.Event == RolloutEvent.DigitalPilot && e.On == new DateOnly(2023, 6, 20)));
        Assert.Equal(26, await db.StageEvents.CountAsync(e => e.Event == RolloutEvent.Inaugurated && e.On == new DateOnly(2022, 12, 5)));
        Assert.All(await db.Regencies.Select(r => r.Stage).Distinct().ToListAsync(), stage => Assert.Equal(RegencyStage.Preparing, stage));
    }

    [Fact]
    public async Task Changes_nothing_at_the_second_start()
    {
        var before = await StampsAsync();

        var again = await national.GetAsync<ImportSeed, SeedImport>(new ImportSeed(NationalDatabase.Seed, Live: true));

        Assert.Equal(new SeedImport(0, 0, 0, 0), again);
        Assert.Equal(before, await StampsAsync());
        await using var db = national.Open();
        Assert.False(await db.Regencies.AnyAsync(r => r.Stage == RegencyStage.Live));
    }

    [Fact]
    public async Task Never_alters_a_published_definition()
    {
        var nurse = NationalDatabase.Seed.Services.Single(s => s.Code == "DPM-SIP-04");
        var altered = NationalDatabase.Seed with { Services = [nurse with { NameId = "Izin lain" }] };

        var import = await national.GetAsync<ImportSeed, SeedImport>(new ImportSeed(altered, Live: false));

        Assert.Equal(0, import.Services);
        await using var db = national.Open();
        var row = await db.ServiceVersions.SingleAsync(s => s.Code == "DPM-SIP-04");
        Assert.Equal(nurse.NameId, DefinitionJson.Read(row.Json).NameId);
    }

    [Fact]
    public async Task Has_no_way_to_update_a_published_version()
    {
        await using var db = national.Open();
        var row = await db.ServiceVersions.SingleAsync(s => s.Code == "DPM-SIP-04");

        db.Entry(row).Property(r => r.Json).CurrentValue = "{}";

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    private async Task<Dictionary<string, Guid>> StampsAsync()
    {
        await using var db = national.Open();
        return await db.Stamps.ToDictionaryAsync(s => s.Key, s => s.Value);
    }
}
