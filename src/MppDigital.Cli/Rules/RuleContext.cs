using MppDigital.National.Seeding;
using MppDigital.Platform;
using MppDigital.Platform.Calendar;

namespace MppDigital.Cli.Rules;

/// <param name="Today">In Jakarta: no birth date lies beyond it.</param>
/// <param name="Regencies">Four-digit codes in force; null where no seed is at hand, and then no region is doubted.</param>
internal sealed record RuleContext(DateOnly Today, IReadOnlySet<string>? Regencies)
{
    public static RuleContext Create(TimeProvider clock)
    {
        var options = new PlatformOptions();
        ProjectFolders.FillDefaults(options);
        var known = File.Exists(Path.Combine(options.SeedDirectory, "regencies.csv"));
        return new RuleContext(
            LegalClock.DateOf(clock.GetUtcNow().UtcDateTime, IndonesianZones.Jakarta),
            known ? RegenciesFile.Read(options.SeedDirectory).Select(r => r.Code.Code4).ToHashSet() : null);
    }
}
