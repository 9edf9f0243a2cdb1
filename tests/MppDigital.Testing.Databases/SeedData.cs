using MppDigital.National.Catalog;
using MppDigital.National.Registry;
using MppDigital.National.Seeding;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Testing.Databases;

/// <summary>The real seed, read once per test process: 514 regencies and 56 definitions.</summary>
public static class SeedData
{
    private static readonly Lazy<Seed> Read = new(() => Seed.Read(Path.Combine(ProjectFolders.Root(), "tenants-seed")));

    private static readonly Lazy<ITenantDirectory> Registry = new(() =>
    {
        var directory = new RegistryDirectory();
        directory.Replace(new RegistrySnapshot(Read.Value.Regencies.Select(RegencyOf), "mpp.test"));
        return directory;
    });

    public static IReadOnlyList<ServiceDefinition> Services => Read.Value.Services;

    public static ITenantDirectory Directory => Registry.Value;

    public static ServiceDefinition Service(string code) => Services.Single(s => s.Code == code);

    private static Regency RegencyOf(SeedRegency row) => new()
    {
        Code = row.Code,
        Name = row.Name,
        Slug = row.Slug,
        ProvinceCode = row.ProvinceCode,
        Province = row.Province,
        Zone = row.Zone,
        ZoneAbbreviation = row.Zone.Id switch { "Asia/Jakarta" => "WIB", "Asia/Makassar" => "WITA", _ => "WIT" },
        Stage = RegencyStage.Live,
    };
}
