using MppDigital.National.Catalog;

namespace MppDigital.National.Seeding;

/// <summary>The whole of <c>tenants-seed/</c>, read and found consistent before anything is created.</summary>
public sealed record Seed
{
    public required IReadOnlyList<SeedRegency> Regencies { get; init; }

    public required IReadOnlyList<ServiceDefinition> Services { get; init; }

    public required SeedMilestones Milestones { get; init; }

    public required IReadOnlyList<SeedStatus> Statuses { get; init; }

    /// <exception cref="SeedException">The first fault found; nothing was changed.</exception>
    public static Seed Read(string folder)
    {
        var regencies = RegenciesFile.Read(folder);
        var codes = regencies.ToDictionary(r => r.Code.Value);
        var milestones = MilestonesFile.Read(folder, codes);
        var seed = new Seed
        {
            Regencies = regencies,
            Services = ServicesFolder.Read(folder),
            Milestones = milestones,
            Statuses = StatusFile.Read(folder, codes, milestones),
        };
        CalendarFiles.Check(folder);
        StandardComponents.Read(folder);
        LifeEventsFolder.Check(folder, seed.Services);
        return seed;
    }
}
